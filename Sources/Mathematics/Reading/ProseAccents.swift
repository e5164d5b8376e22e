/// The accents of letters in texts, such as `\'e`.
enum ProseAccents {
  /// One accent.
  struct Mark {
    /// The letters that carry it, each followed by what they become.
    let letters: String

    /// The letter of a token with the accent; nil where Unicode has none.
    func letter(on token: TeXToken) -> Unicode.Scalar? {
      let plain: Unicode.Scalar? =
        switch token.kind {
        case .character(let scalar): scalar
        case .command("i"): "i"
        case .command("j"): "j"
        case .command, .space, .parameter: nil
        }
      var isNext = false
      for (index, scalar) in letters.unicodeScalars.enumerated() {
        if isNext { return scalar }
        isNext = index % 2 == 0 && scalar == plain
      }
      return nil
    }
  }

  /// The accent of a command name.
  static func mark(_ name: String) -> Mark? {
    marks[name].map { Mark(letters: $0) }
  }

  private static let marks = [
    "'": "aáeéiíoóuúyýcćnńsśzźlĺrŕAÁEÉIÍOÓUÚYÝCĆNŃSŚZŹ", "`": "aàeèiìoòuùAÀEÈIÌOÒUÙ",
    "^": "aâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷAÂEÊIÎOÔUÛ", "~": "aãnñoõiĩuũAÃNÑOÕ",
    "\"": "aäeëiïoöuüyÿAÄEËIÏOÖUÜYŸ", "=": "aāeēiīoōuūAĀEĒIĪOŌUŪ",
    ".": "cċeėgġzżIİCĊEĖGĠZŻ", "c": "cçsştţCÇSŞ", "v": "cčdďeěnňrřsštťzžCČDĎEĚNŇRŘSŠTŤZŽ",
    "u": "aăgğuŭAĂGĞ", "r": "aåuůAÅUŮ", "H": "oőuűOŐUŰ", "k": "aąeęAĄEĘ",
  ]
}
