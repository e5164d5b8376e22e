extension Formula {
  /// The formula with a value in the place of every `\dl{…}`.
  ///
  /// - Parameter value: The value of an expression by its source; a row is put in braces.
  /// - Returns: A formula without holes, but for those in the values.
  /// - Throws: What `value` throws, at the first hole from the left.
  public func filled<Failure: Error>(
    by value: (String) throws(Failure) -> Formula
  ) throws(Failure) -> Formula {
    try replacingLeaves { leaf throws(Failure) in
      guard case .hole(let source) = leaf else { return leaf }
      let formula = try value(source)
      if case .sequence = formula { return .group(formula) }
      return formula
    }
  }
}
