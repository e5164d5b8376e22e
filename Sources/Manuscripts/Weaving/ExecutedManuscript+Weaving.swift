/// What weaving may put into a document beside what the notebook itself says.
public struct WeavingOptions: Sendable {
  /// Gets the image at a path that leads from the notebook's folder into it; nil gets none, and what
  /// is wrong with paths is told all the same.
  public var loadsImage: (@Sendable (_ path: String) -> ImageFile)?
  /// Whether raw HTML is kept instead of being dropped with a warning.
  public var keepsRawHTML = false

  /// Options that get no images and keep no raw HTML.
  public init() {}
}

extension ExecutedManuscript {
  /// The document for an audience: what it must not see is not in it, in no form.
  ///
  /// What only weaving can find, such as a paper that would give away an answer, is in the
  /// document's diagnostics.
  public func weave(
    for audience: Audience = .key, options: WeavingOptions = WeavingOptions()
  ) -> Document {
    var weaver = Weaver(self, for: audience, options: options)
    return weaver.document()
  }
}
