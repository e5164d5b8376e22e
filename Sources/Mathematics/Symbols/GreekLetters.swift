/// The Greek letters and their commands.
enum GreekLetters {
  /// The letter of a command name.
  static func letter(_ name: String) -> String? {
    letters[name]
  }

  /// The command name of a letter.
  static func name(of letter: String) -> String? {
    names[letter]
  }

  /// The name of every letter, in no order.
  static var allNames: [String] {
    Array(letters.keys)
  }

  /// Whether mathematics sets the letter upright.
  static func isUpright(_ letter: Unicode.Scalar) -> Bool {
    (0x391...0x3A9).contains(letter.value)
  }

  private static let letters = table.letters
  private static let names = table.names

  private static let table: (letters: [String: String], names: [String: String]) = {
    var letters: [String: String] = [:]
    var names: [String: String] = [:]
    var name: String?
    for word in list.words {
      if let known = name {
        letters[known] = word
        names[word] = known
        name = nil
      } else {
        name = word
      }
    }
    return (letters, names)
  }()

  private static let list = """
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
    kappa κ varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ
    varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω digamma ϝ
    Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
    """
}
