/// A derivative of an opaque function by its name: `R''` of one parameter, `S_u_v` of several.
public struct OpaqueDerivative: Hashable, Sendable {
  /// The function.
  public let function: Quantity.ID
  /// How often it is differentiated by each argument.
  public let orders: [Int]

  /// A derivative of a function.
  public init(of function: Quantity.ID, orders: [Int]) {
    self.function = function
    self.orders = orders
  }

  /// The derivative that a name spells; nil where it spells none.
  ///
  /// - Parameters:
  ///   - name: A name that stands for nothing itself.
  ///   - graph: Where the functions are.
  ///   - find: The opaque function of a name; nil where it is none.
  public init?(named name: String, in graph: Graph, find: (String) -> Quantity.ID?) {
    let bytes = name.utf8
    let primes = bytes.reversed().prefix { $0 == UInt8(ascii: "'") }.count
    if primes > 0 {
      guard let id = find(String(Substring(bytes.dropLast(primes)))),
        graph.argumentNames(of: id).count == 1
      else { return nil }
      self.init(of: id, orders: [primes])
      return
    }
    for place in bytes.indices where bytes[place] == UInt8(ascii: "_") {
      guard let id = find(String(name[..<place])),
        let orders = OpaqueDerivative.orders(name[place...], among: graph.argumentNames(of: id))
      else { continue }
      self.init(of: id, orders: orders)
      return
    }
    return nil
  }

  /// How often `_u_v` names each argument; nil where it names anything else, or there is but one.
  private static func orders(_ text: Substring, among names: [String]) -> [Int]? {
    guard names.count > 1 else { return nil }
    var orders = Array(repeating: 0, count: names.count)
    var rest = text
    while !rest.isEmpty {
      let fitting = names.indices.filter { place in
        let mark = "_" + names[place]
        guard rest.hasPrefix(mark) else { return false }
        let behind = rest.dropFirst(mark.count)
        return behind.isEmpty || behind.first == "_"
      }
      guard let longest = fitting.max(by: { names[$0].count < names[$1].count }) else { return nil }
      orders[longest] += 1
      rest = rest.dropFirst(names[longest].count + 1)
    }
    return orders
  }

  /// The name as `dl` reads it.
  public func spelling(in graph: Graph) -> String {
    let name = graph[function].name.spelling
    guard orders.count > 1 else { return name + String(repeating: "'", count: orders.first ?? 0) }
    return zip(graph.argumentNames(of: function), orders).reduce(name) { text, argument in
      text + String(repeating: "_" + argument.0, count: argument.1)
    }
  }
}

extension Graph {
  /// What the arguments of an opaque function are called.
  ///
  /// As its parameters are, or by their places from 1 where two of these share a name; none for what is
  /// no opaque function.
  public func argumentNames(of id: Quantity.ID) -> [String] {
    guard case .opaque(let parameters) = self[id].definition else { return [] }
    return Set(parameters).count == parameters.count
      ? parameters : parameters.indices.map { String($0 + 1) }
  }
}
