/// A JSON number that reads back to the same bits: the shortest there is; `null` for what JSON
/// cannot say, infinities and not-a-number.
public func roundTripText(_ value: Double) -> String {
  value.isFinite ? value.description : "null"
}
