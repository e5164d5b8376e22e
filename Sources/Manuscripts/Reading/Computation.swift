public import Markdown

/// A `dl` block with its options.
public struct Computation: Sendable {
  /// The fence.
  public let code: CodeBlock
  /// How it is executed and shown.
  public let options: BlockOptions
  /// Its number in the file, from 1.
  public let number: Int

  /// What reports call it: its id, or its number.
  public var name: String { code.attributes.id?.text ?? String(number) }
}

extension CodeBlock {
  /// Whether it is a fenced `dl` block.
  var isComputation: Bool { isFenced && language == "dl" }
}
