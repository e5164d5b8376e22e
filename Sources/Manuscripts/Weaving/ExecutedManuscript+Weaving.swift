extension ExecutedManuscript {
  /// The document for an audience: what it must not see is not in it, in no form.
  ///
  /// What only weaving can find, such as a paper that would give away an answer, is in the
  /// document's diagnostics.
  public func weave(for audience: Audience = .key) -> Document {
    var weaver = Weaver(self, for: audience)
    return weaver.document()
  }
}
