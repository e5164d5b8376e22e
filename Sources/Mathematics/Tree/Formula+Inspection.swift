extension Formula {
  /// Whether it stands between fences of its own, so that it needs no parentheses.
  public var isFenced: Bool {
    switch self {
    case .fence: true
    case .sequence(let items), .group(.sequence(let items)): items.count == 1 && items[0].isFenced
    default: false
    }
  }

  /// Whether it is a fraction, which a power or a product beside it would change the look of.
  public var isFraction: Bool {
    switch self {
    case .ratio: true
    case .sequence(let items): items.count == 1 && items[0].isFraction
    default: false
    }
  }

  /// Whether it is a word of several letters, which runs into its neighbours without a dot.
  public var isUprightWord: Bool {
    switch self {
    case .word, .named, .prose: true
    case .scripted(let scripts): scripts.base.isUprightWord
    case .sequence(let items): items.count == 1 && items[0].isUprightWord
    default: false
    }
  }
}
