extension EventDescriptor {
  /// Maps the first pages of the event, or says why the kernel refuses it.
  func map(
    pages: Int, access: MappingAccess
  ) throws(PerfEventError) -> UnsafeMutableRawBufferPointer {
    let (length, overflow) = pages.multipliedReportingOverflow(by: MemoryPage.size)
    guard !overflow else {
      throw .mappingTooLarge(
        bytes: .max, allowedKilobytes: KernelSettings(of: kernel).mappableKilobytes)
    }
    do {
      return try unsafe kernel.map(fileDescriptor, offset: 0, length: length, access: access)
    } catch {
      switch error {
      case .notPermitted, .outOfMemory:
        throw .mappingTooLarge(
          bytes: length, allowedKilobytes: KernelSettings(of: kernel).mappableKilobytes)
      case .invalidArgument where attributes.flags.contains(.inherit) && target.cpu < 0:
        throw .invalidAttribute("inherit without a CPU")
      default: throw .systemCall("mmap", error)
      }
    }
  }
}
