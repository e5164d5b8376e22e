import Algebra
import Workings

/// `polynomial_fit`: polynomials of several degrees by least squares.
///
/// Minimises Σ(ŷ − y)² + λ‖w‖², the intercept's weight included; exact on exact data. Beyond as many
/// coefficients as different points, of all that fit best the one with the least ‖w‖.
struct PolynomialFit {
  static let builtIn = BuiltIn(
    "polynomial_fit",
    parameters: [
      .positional("data", .data), .labelled("degree", .anything),
      .labelled("validation", .data, or: .none),
      .labelled("ridge", .scalar, or: .value(.number(0))),
      .labelled("basis", .choice(["monomial", "legendre"]), or: .value(.text("monomial"))),
    ],
    summary: "polynomials of several degrees by least squares, with their errors",
    source: "Bishop, Pattern Recognition and Machine Learning, section 1.1",
    example: .init(
      "polynomial_fit([0 -> 1, 1 -> 3, 2 -> 5], degree: 1).coefficients[1]", gives: "[1, 2]")
  ) { call throws(Failure) in
    let fit = try PolynomialFit(call)
    return .value(.trace(try fit.trace()), steps: fit.working)
  }

  private static let degreeLimit = 100
  private static let pointLimit = 2_000
  /// The most coefficients times points, since exact numbers grow with both.
  private static let productLimit = 6_000

  private let call: CallContext
  private let xs: [Real]
  private let ys: [Real]
  private let held: (xs: [Real], ys: [Real])?
  /// The targets, and those held out.
  private let (targets, heldTargets): (RealVector, RealVector)
  private let degrees: ClosedRange<Int>
  private let ridge: Real
  private let basis: PolynomialBasis

  private init(_ call: CallContext) throws(Failure) {
    self.call = call
    (xs, ys) = try PolynomialFit.points("data", call)
    held = call.operand("validation") == nil ? nil : try PolynomialFit.points("validation", call)
    (targets, heldTargets) = (RealVector(ys), RealVector(held?.ys ?? []))
    degrees = try PolynomialFit.degrees(call)
    guard case .number(let ridge) = try call.value("ridge") else {
      throw Failure("needs-value", "'ridge' needs a number", at: call.operand("ridge"))
    }
    guard !ridge.isNegative else {
      throw Failure(
        "out-of-range", "'ridge' is \(ridge), and must not be negative", at: call.operand("ridge"))
    }
    self.ridge = ridge
    basis = PolynomialBasis(rawValue: try call.text("basis")) ?? .monomial
    guard (degrees.upperBound + 1) * xs.count <= PolynomialFit.productLimit else {
      throw Failure(
        "work-limit",
        "\(degrees.upperBound + 1) coefficients on \(xs.count) points are too many for exact fits",
        at: call.operand("degree"))
    }
  }

  private static func points(
    _ label: String, _ call: CallContext
  ) throws(Failure) -> (xs: [Real], ys: [Real]) {
    guard case .dataSet(let samples) = try call.value(label), samples.count <= pointLimit else {
      throw Failure(
        "wrong-type", "'\(label)' is a list of at most \(pointLimit) samples",
        at: call.operand(label))
    }
    var (xs, ys): ([Real], [Real]) = ([], [])
    for sample in samples {
      guard case .number(let x) = sample.input, case .number(let y) = sample.target else {
        throw Failure(
          "wrong-type",
          "'polynomial_fit' needs numbers x -> y, not \(sample.input.description) -> \(sample.target.description)",
          at: call.operand(label))
      }
      xs.append(x)
      ys.append(y)
    }
    return (xs, ys)
  }

  private static func degrees(_ call: CallContext) throws(Failure) -> ClosedRange<Int> {
    let ends: (Real, Real)
    switch try call.value("degree") {
    case .number(let degree): ends = (degree, degree)
    case .interval(let low, let high): ends = (low, high)
    case let other:
      throw Failure(
        "wrong-type", "'degree' is a whole number or a range, not \(other.description)",
        at: call.operand("degree"))
    }
    guard ends.0.isInteger, ends.1.isInteger, let low = ends.0.exactValue?.integer,
      let high = ends.1.exactValue?.integer, low >= 0, low <= high, high <= degreeLimit
    else {
      throw Failure(
        "out-of-range",
        "the degrees \(ends.0)...\(ends.1) are not within 0...\(degreeLimit) in rising order",
        at: call.operand("degree"))
    }
    return low...high
  }

  private func trace() throws(Failure) -> Trace {
    do throws(ArithmeticError) {
      var orthogonal = OrthogonalPolynomials(xs: xs, ys: ys, heldXs: held?.xs ?? [])
      var rows: [[Value]] = []
      for degree in degrees { rows.append(try row(degree, &orthogonal)) }
      var columns = ["degree", "train", "validation", "coefficients", "penalty"]
      if held == nil { columns.remove(at: 2) }
      var layout = Trace.Layout()
      if ridge.isZero { layout.hidden.insert("penalty") }
      layout.headings["penalty"] = "\\lambda\\lVert w\\rVert^2"
      layout.headings["coefficients"] = "w"
      return Trace(columns: columns, rows: rows, fields: Record([]), layout: layout)
    } catch {
      switch error {
      case .singular:
        throw Failure(
          "singular-matrix",
          "the points lie too close together for doubles: the fit has no solution",
          at: call.operand("data"))
      case .tooLarge, .divisionByZero, .domain:
        throw Failure(
          "number-too-large", "the numbers of the fit grow too large", at: call.operand("data"))
      }
    }
  }

  private func row(
    _ degree: Int, _ orthogonal: inout OrthogonalPolynomials
  ) throws(ArithmeticError) -> [Value] {
    if ridge.isZero, let fit = try orthogonal.fit(degree: degree) {
      let weights = basis.coefficients(ofMonomials: fit.coefficients.entries)
      return try row(degree, weights, fit.values, fit.heldValues)
    }
    let places = basis.vectors(at: xs, count: degree + 1)
    let heldPlaces = basis.vectors(at: held?.xs ?? [], count: degree + 1)
    let weights =
      ridge.isZero
      ? try leastNorm(count: degree + 1)
      : try RealVector.ridgeWeights(places, targets, ridge: ridge)
    let vector = RealVector(weights)
    return try row(
      degree, weights, .combination(places, vector), .combination(heldPlaces, vector))
  }

  /// The row of the fit with these weights, which has these values at the points.
  private func row(
    _ degree: Int, _ weights: [Real], _ values: RealVector, _ heldValues: RealVector
  ) throws(ArithmeticError) -> [Value] {
    var row: [Value] = [.number(Real(degree)), .number(try error(values, targets))]
    if held != nil { row.append(.number(try error(heldValues, heldTargets))) }
    return row + [.tensor(Tensor(weights)), .number(try penalty(of: weights))]
  }

  private func penalty(of weights: [Real]) throws(ArithmeticError) -> Real {
    if ridge == .zero, weights.allSatisfy(\.isExact) { return .zero }
    let vector = RealVector(weights)
    return try (ridge * RealVector.inner(vector, vector)).checked()
  }

  /// The mean of the squared differences.
  private func error(_ values: RealVector, _ targets: RealVector) throws(ArithmeticError) -> Real {
    let differences = values.adding(targets, times: -1)
    let sum = try RealVector.inner(differences, differences).checked()
    return try sum.divided(by: Real(targets.count))
  }

  /// w = Φᵀ(ΦΦᵀ)⁻¹ȳ over the different points, ȳ being the mean of the targets at each.
  private func leastNorm(count: Int) throws(ArithmeticError) -> [Real] {
    var places: [Real] = []
    for x in xs where !places.contains(where: { $0.isEqual(to: x) }) { places.append(x) }
    var means: [Real] = []
    for place in places {
      let targets = zip(xs, ys).filter { $0.0.isEqual(to: place) }.map(\.1)
      means.append(try targets.reduce(Real(0), +).divided(by: Real(targets.count)))
    }
    let rows = places.map { RealVector(basis.values(at: $0, count: count)) }
    let matrix = rows.flatMap { row in rows.map { RealVector.inner(row, $0) } }
    let size = places.count
    let shares = try Tensor.solve(
      Tensor(shape: [size, size], entries: matrix), Tensor(means)
    ).entries
    return RealVector.combination(rows, RealVector(shares)).entries
  }
}

extension PolynomialFit {
  /// What is made small, and how it is solved.
  private var working: [Step] {
    let model = basis == .monomial ? "Σ wₖxᵏ" : "Σ wₖPₖ(x) with Legendre's Pₖ"
    let target = ridge.isZero ? "Σ(ŷ − y)²" : "Σ(ŷ − y)² + λ‖w‖² with λ = \(ridge)"
    let intercept = ridge.isZero ? "" : " (the intercept counts too)"
    var text = "Each fit ŷ = \(model), k from 0 to the degree, makes \(target) small\(intercept). "
    text += "The errors below are means of squared differences"
    if let held { text += ", over \(xs.count) points to train on and \(held.xs.count) held out" }
    text += "."
    if ridge.isZero, degrees.upperBound >= Set(xs).count {
      text +=
        " From degree \(Set(xs).count) on many fits are equally good; that of least ‖w‖ is taken."
    }
    return [.sentence([.words(text)])]
  }
}
