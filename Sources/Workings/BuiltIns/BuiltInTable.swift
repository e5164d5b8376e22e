/// The built-ins of one language, by name and role.
///
/// A value, so that a test can hand in a table with one entry damaged.
public struct BuiltInTable: Sendable {
  /// In the order of declaration.
  public let entries: [BuiltIn]
  private let functions: [String: BuiltIn]
  private let layers: [String: BuiltIn]

  /// A table of declarations; of two with one name and role the later counts.
  public init(_ entries: [BuiltIn]) {
    self.entries = entries
    var functions: [String: BuiltIn] = [:]
    var layers: [String: BuiltIn] = [:]
    for entry in entries {
      switch entry.role {
      case .function: functions[entry.name] = entry
      case .layer: layers[entry.name] = entry
      }
    }
    self.functions = functions
    self.layers = layers
  }

  /// The built-in of a name; where one stands on both sides of `|>`, `isLayer` decides.
  public func named(_ name: String, isLayer: Bool = false) -> BuiltIn? {
    isLayer ? layers[name] ?? functions[name] : functions[name] ?? layers[name]
  }

  /// A call with its required arguments, such as `sgd(loss, wrt: …, eta: …)`.
  public func callShape(of name: String) -> String {
    guard let builtIn = named(name) else { return name + "(…)" }
    let arguments = builtIn.parameters.filter { $0.fallback == .required }.map { parameter in
      parameter.isLabelled ? "\(parameter.label): …" : parameter.label
    }
    return "\(name)(\(arguments.joined(separator: ", ")))"
  }

  /// All names, sorted.
  public var names: [String] {
    Set(entries.map(\.name)).sorted()
  }
}
