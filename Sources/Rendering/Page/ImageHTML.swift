import Manuscripts

/// Writes images so that the page needs no other file.
enum ImageHTML {
  /// An image apart from the text, with its caption below.
  static func html(_ figure: Document.Figure) -> HTML {
    var parts = [html(figure.image, width: figure.width)]
    if !figure.caption.isEmpty {
      parts.append(.element(.figcaption, [:], InlineHTML.html(figure.caption)))
    }
    return .element(.figure, [.id: figure.id], parts)
  }

  /// An image; only its words where it could not be had.
  static func html(_ image: Document.Image, width: PictureWidth? = nil) -> HTML {
    let words = image.alternativeText
    guard let content = image.content else {
      return .element(
        .span, [.class: "image", .role: "img", .label: words], .text("[\(words)]"))
    }
    let source = "data:\(content.format.mediaType);base64,\(base64(content.bytes))"
    let title = image.title.isEmpty ? nil : image.title
    return .element(
      .img,
      [
        .class: "picture", .alt: words, .title: title, .src: source,
        .style: width.map { "width:\($0.text)" },
      ])
  }

  /// Bytes as letters, by RFC 4648.
  static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    var index = 0
    while index < bytes.count {
      let count = min(3, bytes.count - index)
      var group = UInt32(bytes[index]) << 16
      if count > 1 { group |= UInt32(bytes[index + 1]) << 8 }
      if count > 2 { group |= UInt32(bytes[index + 2]) }
      for place in 0..<4 {
        text.append(
          place <= count ? letters[Int(group >> (18 - 6 * UInt32(place)) & 63)] : UInt8(ascii: "="))
      }
      index += 3
    }
    return String(decoding: text, as: UTF8.self)
  }
}
