/// How the code of an event is laid out in the words of the attributes, per vendor.
enum CoreLayout: String, Hashable, Sendable {
  case intel
  case amd
  case arm
  case power
  case s390
  case riscv
  case apple
}
