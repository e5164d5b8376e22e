import Algebra
import Testing

@Suite("Tensors")
struct TensorTests {
  let matrix = Tensor(shape: [2, 3], entries: [1, 2, 3, 4, 5, 6])

  @Test("picks its storage by its entries")
  func storage() {
    #expect(matrix.isExact)
    #expect(Tensor([.approximate(1)]).storage == .approximate([1]))
    #expect(Tensor([1, .approximate(2)]).storage == .mixed([1, .approximate(2)]))
    #expect(Tensor([1, .approximate(2)]).slice([0..<1]).storage == .exact([1]))
    #expect(Tensor([]).isExact && Tensor(shape: [0], approximate: []).isExact)
  }

  @Test("entrywise operations take equal shapes or a scalar")
  func elementwise() throws {
    let half = Tensor(scalar: Real(1, 2))
    #expect(
      try Tensor.multiply(half, matrix).entries == [Real(1, 2), 1, Real(3, 2), 2, Real(5, 2), 3])
    #expect(try Tensor.subtract(matrix, matrix) == .zeros([2, 3]))
    #expect(try Tensor.power(Tensor([2, 3]), Tensor(scalar: 2)).entries == [4, 9])
    #expect(
      try Tensor.divide(Tensor(scalar: 1), Tensor([2, 4])).entries == [Real(1, 2), Real(1, 4)])
    #expect(
      try Tensor.add(Tensor([.approximate(0.5), 1]), Tensor([1, 1])).entries == [
        .approximate(1.5), 2,
      ])
    let doubles = Tensor(shape: [2], approximate: [1, 2])
    #expect(try Tensor.add(doubles, doubles).storage == .approximate([2, 4]))
    #expect(try Tensor.add(doubles, Tensor(scalar: 1)).storage == .approximate([2, 3]))
    #expect(try Tensor.add(Tensor([1, 1]), doubles).storage == .approximate([2, 3]))
    #expect(throws: ArithmeticError.divisionByZero) {
      try Tensor.divide(doubles, Tensor(shape: [2], approximate: [1, 0]))
    }
    #expect(try Tensor.add(Tensor([]), Tensor(scalar: 1)) == Tensor([]))
  }

  @Test("changes shapes without touching entries")
  func layout() {
    #expect(Tensor.transpose(matrix).entries == [1, 4, 2, 5, 3, 6])
    #expect(Tensor.transpose(Tensor([1, 2])).shape == [1, 2])
    #expect(Tensor.columnSpread(Tensor([1, 2]), columns: 3).entries == [1, 1, 1, 2, 2, 2])
    #expect(matrix.reshaped([3, 2]).row(1).entries == [3, 4])
    #expect(matrix.entry([1, 2]) == 6)
    #expect(matrix.slice([0..<2, 1..<3]) == Tensor(shape: [2, 2], entries: [2, 3, 5, 6]))
    #expect(Tensor.concat([matrix, matrix]).shape == [4, 3])
    #expect(
      Tensor.concat([matrix, Tensor(shape: [2, 1], entries: [0, 9])], axis: 1).entries
        == [1, 2, 3, 0, 4, 5, 6, 9])
    #expect(
      Tensor.stack([Tensor([1, 2]), Tensor([3, 4])])
        == Tensor(shape: [2, 2], entries: [1, 2, 3, 4]))
    #expect(Tensor.diagonal(matrix).entries == [1, 5])
    #expect(Tensor.diagonal(Tensor([1, 1])) == .identity(2))
  }

  @Test("reduces from left to right, the first of ties from 1")
  func reductions() throws {
    #expect(try Tensor.sum(matrix) == 21 && Tensor.product(matrix) == 720)
    #expect(try Tensor.rows(matrix, Tensor.sum).entries == [6, 15])
    #expect(try Tensor.rows(matrix) { Tensor.max($0) }.entries == [3, 6])
    #expect(Tensor.max(matrix) == 6 && Tensor.min(matrix) == 1)
    #expect(Tensor.argmax(Tensor([1, 3, 3])) == 2 && Tensor.argmin(Tensor([2, 1, 1])) == 2)
    #expect(Tensor.argmax(Tensor([.approximate(0.1), Real(1, 10)])) == 1)
    #expect(try Tensor.trace(.identity(4)) == 4)
    #expect(try Tensor.sum(Tensor([])) == 0 && Tensor.product(Tensor([])) == 1)
    #expect(try Tensor.sum(Tensor([1, .approximate(2)])) == .approximate(3))
  }

  @Test("not-a-number is the largest and the smallest, as in PyTorch")
  func notANumber() {
    let entries = Tensor([3, .approximate(.nan), 1])
    #expect(Tensor.argmax(entries) == 2 && Tensor.argmin(entries) == 2)
    #expect(Tensor.max(entries).isNaN && Tensor.min(entries).isNaN)
  }

  @Test("applies functions entry by entry", arguments: ElementaryFunction.allCases)
  func applies(function: ElementaryFunction) throws {
    for tensor in [Tensor([.approximate(0.5), .approximate(2)]), Tensor([1, Real(1, 4)])] {
      let entries = try tensor.entries.map { try function.apply($0) }
      #expect(try Tensor.apply(function, to: tensor).entries == entries)
    }
  }

  @Test("multiplies matrices and vectors")
  func products() throws {
    #expect(try Tensor.matrixProduct(matrix, Tensor([1, 0, -1])).entries == [-2, -2])
    #expect(try Tensor.matrixProduct(Tensor([1, 1]), matrix).entries == [5, 7, 9])
    #expect(try Tensor.matrixProduct(matrix, Tensor.transpose(matrix)).entries == [14, 32, 32, 77])
    #expect(try Tensor.inner(Tensor([1, 2]), Tensor([3, 4])) == 11)
    #expect(try Tensor.outer(Tensor([1, 2]), Tensor([3, 4])).entries == [3, 4, 6, 8])
    #expect(try Tensor.inner(Tensor([1, .approximate(2)]), Tensor([3, 4])) == .approximate(11))
    #expect(
      try Tensor.matrixProduct(Tensor(shape: [2, 0], exact: []), Tensor(shape: [0, 2], exact: []))
        == .zeros([2, 2]))
  }

  @Test("exact and double products agree", arguments: [41, 42] as [UInt64])
  func productsAgree(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    func random(_ shape: [Int]) -> Tensor {
      Tensor(
        shape: shape,
        exact: (0..<shape.reduce(1, *)).map { _ in
          Rational(Int.random(in: -50...50, using: &generator))
        })
    }
    let (a, b) = (random([7, 13]), random([13, 9]))
    let doubles = try Tensor.matrixProduct(
      Tensor(shape: a.shape, approximate: a.doubles), Tensor(shape: b.shape, approximate: b.doubles)
    )
    #expect(doubles.doubles == (try Tensor.matrixProduct(a, b)).doubles)
    let mixed = try Tensor.matrixProduct(Tensor(shape: a.shape, approximate: a.doubles), b)
    #expect(mixed == doubles)
  }
}
