public import Source

/// A bullet or numbered list.
public struct List: Hashable, Sendable {
  /// One item.
  public struct Item: Hashable, Sendable {
    /// A box to tick: `[ ]` or `[x]`.
    public enum Task: Hashable, Sendable {
      case open, done
    }

    /// What stands in it, without the box.
    public let blocks: [Block]
    /// The box at its start; nil when there is none.
    public let task: Task?
    /// Where the box stands, brackets included.
    public let taskSpan: Span?
    /// The item, bullet or number included.
    public let span: Span

    /// An item.
    public init(blocks: [Block], task: Task? = nil, taskSpan: Span? = nil, span: Span) {
      self.blocks = blocks
      self.task = task
      self.taskSpan = taskSpan
      self.span = span
    }
  }

  /// Whether the items are numbered.
  public let isOrdered: Bool
  /// The number of the first item; 1 for bullets.
  public let start: Int
  /// Whether no blank line separates the items: paragraphs then stand without space.
  public let isTight: Bool
  /// The items.
  public let items: [Item]
  /// The whole list.
  public let span: Span

  /// A list.
  public init(isOrdered: Bool, start: Int, isTight: Bool, items: [Item], span: Span) {
    self.isOrdered = isOrdered
    self.start = start
    self.isTight = isTight
    self.items = items
    self.span = span
  }
}
