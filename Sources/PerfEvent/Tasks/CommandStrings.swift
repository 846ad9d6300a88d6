internal import CPerfEvent
internal import Glibc

/// The owner of a command's strings in the form that exec takes them.
@safe
final class CommandStrings: @unchecked Sendable {
  /// The command, valid as long as this owner.
  let command: UnsafeMutablePointer<cperf_command>

  private let arrays: [CStringArray]

  init(_ arguments: [String], environment: [String]?) {
    let shell: [String] = ["/bin/sh", ""] + arguments.dropFirst()
    arrays = unsafe [
      CStringArray(Self.paths(of: arguments.first ?? "")), CStringArray(arguments),
      environment.map { CStringArray($0) } ?? CStringArray(copying: cperf_environment()),
      CStringArray(shell),
    ]
    unsafe command = .allocate(capacity: 1)
    unsafe command.initialize(
      to: cperf_command(
        paths: arrays[0].pointers, arguments: arrays[1].pointers,
        environment: arrays[2].pointers, shell_arguments: arrays[3].pointers))
  }

  deinit {
    unsafe command.deallocate()
  }

  /// The files that may be the command, in the order in which they are tried.
  private static func paths(of name: String) -> [String] {
    if name.utf8.contains(UInt8(ascii: "/")) { return [name] }
    let list: String = unsafe getenv("PATH").map { unsafe String(cString: $0) } ?? "/bin:/usr/bin"
    // An empty entry is the present folder.
    return list.split(separator: ":", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "./\(name)" : "\($0)/\(name)" }
  }
}

/// The owner of C strings in an array that ends in a null pointer.
@safe
private final class CStringArray {
  let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let originals: [UnsafeMutablePointer<CChar>?]

  convenience init(_ strings: [String]) {
    unsafe self.init(owning: strings.map { unsafe strdup($0) })
  }

  /// Copies the bytes, which need not be UTF-8.
  convenience init(copying strings: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) {
    var copies: [UnsafeMutablePointer<CChar>?] = unsafe []
    if var next = unsafe strings {
      while let string = unsafe next.pointee {
        unsafe copies.append(strdup(string))
        unsafe next += 1
      }
    }
    unsafe self.init(owning: copies)
  }

  private init(owning strings: [UnsafeMutablePointer<CChar>?]) {
    unsafe originals = unsafe strings
    unsafe pointers = .allocate(capacity: strings.count + 1)
    for index in unsafe strings.indices {
      unsafe (pointers + index).initialize(to: strings[index])
    }
    unsafe (pointers + strings.count).initialize(to: nil)
  }

  deinit {
    // The child may have put another pointer into the array.
    for index in unsafe originals.indices { unsafe free(originals[index]) }
    unsafe pointers.deallocate()
  }
}
