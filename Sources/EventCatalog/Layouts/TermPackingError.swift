/// A term of an encoding that has no place in the words of the attributes.
enum TermPackingError: Error, Hashable {
  /// The PMU has no term of this name.
  case unknownTerm(String)
  /// The term stands alone, but has more than one bit.
  case missingValue(term: String, width: Int)
  /// What the term shall be is no number.
  case noNumber(term: String, value: String)
  /// The value has more bits than the term.
  case valueTooLarge(term: String, value: UInt64, width: Int)
}
