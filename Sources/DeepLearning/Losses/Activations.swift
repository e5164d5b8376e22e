import Algebra
import Workings

extension Graph {
  /// log softmax, along the entries of a vector or the rows of a matrix; stable for any size of z.
  func logSoftmax(_ z: Node) throws(Failure) -> Node {
    let shape = shape(of: z)
    guard shape.rank == 1 else {
      guard shape.rank == 2, case .known(let rows) = shape.extents[0] else {
        throw Failure("wrong-shape", "softmax needs a vector or a matrix, not the shape \(shape)")
      }
      var parts: [Node] = []
      for row in 0..<rows { parts.append(try logSoftmax(try index(z, at: [number(row + 1)]))) }
      return try stack(parts)
    }
    let shifted = try subtract(z, try reduce(.max, z))
    let total = try apply(.log, to: try reduce(.sum, try apply(.exp, to: shifted)))
    return try subtract(shifted, total)
  }

  /// softmax, along the entries of a vector or the rows of a matrix.
  func softmax(_ z: Node) throws(Failure) -> Node {
    let shape = shape(of: z)
    guard shape.rank == 1 else { return try apply(.exp, to: try logSoftmax(z)) }
    let powers = try apply(.exp, to: try subtract(z, try reduce(.max, z)))
    return try divide(powers, try reduce(.sum, powers))
  }
}
