public import Algebra

/// A table with one row a step, and what is left at its end.
public struct Trace: Hashable, Sendable {
  /// The columns' names.
  public let columns: [String]
  /// The cells, row by row; every row has a cell for every column.
  public let rows: [[Value]]
  /// Final values and totals, which `run.NAME` finds before a column.
  public let fields: Record
  /// How the rows came about, when they are the steps of a recurrence.
  public let recurrence: Recurrence?
  /// How the table is shown.
  public let layout: Layout

  /// How a trace is shown as a table.
  public struct Layout: Hashable, Sendable {
    /// The column after which a new table begins when its value changes, such as `epoch`.
    public var groupedBy: String?
    /// The column of truth values that marks a row.
    public var markedBy: String?
    /// Headings as TeX, by column.
    public var headings: [String: String] = [:]
    /// A caption without a full stop.
    public var caption: String = ""
    /// Columns that are not shown, since the working shows them.
    public var hidden: Set<String> = []
    /// What is said behind the table.
    public var summary: [Phrase] = []

    /// One table without marks.
    public init() {}
  }

  /// A trace; `rows` are as wide as `columns`.
  public init(
    columns: [String], rows: [[Value]], fields: Record, recurrence: Recurrence? = nil,
    layout: Layout = Layout()
  ) {
    self.columns = columns
    self.rows = rows
    self.fields = fields
    self.recurrence = recurrence
    self.layout = layout
  }

  /// The cells of a column from the first row to the last; nil where there is none of this name.
  public func column(_ name: String) -> [Value]? {
    guard let index = columns.firstIndex(of: name) else { return nil }
    return rows.map { $0[index] }
  }

  /// Some of the rows; the fields, which belong to the whole, are left out.
  public func rows(_ range: Range<Int>) -> Trace {
    Trace(columns: columns, rows: Array(rows[range]), fields: Record([]), layout: layout)
  }

  /// The same rows with some cells and fields replaced, as an audit puts printed values in.
  public func replacing(
    cells: [(row: Int, column: String, value: Value)], fields: [(name: String, value: Value)]
  ) -> Trace {
    var rows = rows
    for cell in cells {
      guard let column = columns.firstIndex(of: cell.column), rows.indices.contains(cell.row)
      else { continue }
      rows[cell.row][column] = cell.value
    }
    let replaced = self.fields.fields.map { field in
      Record.Field(field.name, fields.last { $0.name == field.name }?.value ?? field.value)
    }
    return Trace(
      columns: columns, rows: rows, fields: Record(replaced), recurrence: recurrence,
      layout: layout)
  }
}

/// One iteration: ordinary quantities over a state and an input.
///
/// Optimizers, the perceptron, unrolled cells and training are this one thing; row k is what the
/// step's quantities are worth in a world that overrides `state` and `input`.
public struct Recurrence: Hashable, Sendable {
  /// What is carried from a row to the next, and the quantity whose value it takes.
  public struct Carry: Hashable, Sendable {
    /// The state that the next row reads.
    public let state: Quantity.ID
    /// The quantity of the step that becomes it.
    public let next: Quantity.ID

    /// `state` of the next row is `next` of this one.
    public init(_ state: Quantity.ID, from next: Quantity.ID) {
      self.state = state
      self.next = next
    }
  }

  /// What changes from row to row without being computed: the sample, the number of the step.
  public let inputs: [Quantity.ID]
  /// The quantities of one step, in the order they are worked out.
  public let steps: [Quantity.ID]
  /// What the next row reads.
  public let carries: [Carry]

  /// A recurrence over ordinary quantities.
  public init(inputs: [Quantity.ID], steps: [Quantity.ID], carries: [Carry]) {
    self.inputs = inputs
    self.steps = steps
    self.carries = carries
  }
}
