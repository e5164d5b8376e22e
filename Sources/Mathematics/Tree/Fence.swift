extension Formula {
  /// One delimiter, by the name of its symbol; `.` is none.
  public struct Delimiter: Hashable, Sendable {
    /// A name in the symbol table, or `.`.
    public let name: String

    /// The absent delimiter.
    public static let none = Delimiter(".")

    init(_ name: String) {
      self.name = name
    }

    /// The delimiter written as in TeX, such as `(`, `\{`, `\|`, `|` or `\lfloor`.
    ///
    /// - Returns: `nil` when TeX has no such delimiter.
    init?(tex: String) {
      let isCommand = tex.utf8.count > 1 && tex.utf8.first == UInt8(ascii: "\\")
      let name = isCommand ? String(tex.dropFirst()) : tex
      switch (name, isCommand) {
      case ("|", true): self.init("Vert")
      case ("<", false), ("lt", true): self.init("langle")
      case (">", false), ("gt", true): self.init("rangle")
      case (".", _), ("/", false): self.init(name)
      case ("{", false), ("}", false): return nil
      default:
        guard let symbol = SymbolTable.shared[name], symbol.isDelimiter else { return nil }
        self.init(name)
      }
    }

    /// The character to draw; empty for none.
    var character: String {
      name == "." ? "" : SymbolTable.shared[name]?.text ?? name
    }
  }

  /// Content between two delimiters that grow with it, and delimiters in between.
  public struct Fence: Hashable, Sendable {
    /// The delimiter on the left.
    public let open: Delimiter
    /// The content, cut at the inner delimiters: one part more than `middles`.
    public let parts: [Formula]
    /// The delimiters between the parts.
    public let middles: [Delimiter]
    /// The delimiter on the right.
    public let close: Delimiter
  }

  /// A delimiter of a fixed size: `\bigl(`.
  public struct SizedDelimiter: Hashable, Sendable {
    /// The four sizes, 1.2, 1.8, 2.4 and 3 em high.
    public enum Size: String, Hashable, Sendable, CaseIterable {
      case big, Big, bigg, Bigg
    }

    /// How the delimiter is spaced.
    public enum Side: String, Hashable, Sendable, CaseIterable {
      case neutral = ""
      case left = "l"
      case right = "r"
      case middle = "m"

      var atomClass: AtomClass {
        switch self {
        case .neutral: .ordinary
        case .left: .opening
        case .right: .closing
        case .middle: .relation
        }
      }
    }

    /// How high it is.
    public let size: Size
    /// How it is spaced.
    public let side: Side
    /// The delimiter.
    public let delimiter: Delimiter
  }
}

extension Formula.Delimiter {
  /// The name of the symbol that is spaced like an opening delimiter.
  var openingName: String {
    switch name {
    case "|", "vert": "lvert"
    case "Vert": "lVert"
    default: name
    }
  }

  /// The name of the symbol that is spaced like a closing delimiter.
  var closingName: String {
    switch name {
    case "|", "vert": "rvert"
    case "Vert": "rVert"
    default: name
    }
  }
}
