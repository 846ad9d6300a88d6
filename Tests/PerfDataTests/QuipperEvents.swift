import PerfData
import PerfEvent

/// The records of a file in the words of quipper, each as a flat text.
struct QuipperEvents {
  private(set) var texts: [String] = []
  private(set) var eventTypes: [String] = []
  private(set) var fault: PerfDataError?

  init(_ file: borrowing PerfDataFile) {
    var records = file.records()
    do throws(PerfDataError) {
      while let record = try records.next() {
        if case .eventType(let type) = record.content {
          var message = FlatMessage()
          message.put("id", type.identifier)
          message.put("name", text: type.name)
          eventTypes.append(message.text)
        }
        guard let message = message(of: record) else { continue }
        texts.append(message.text)
      }
    } catch {
      fault = error
    }
  }

  private func message(of record: borrowing Record) -> FlatMessage? {
    var message = FlatMessage()
    message.open("header")
    message.put("type", record.kind.rawValue)
    message.put("misc", record.flags.rawValue)
    message.put("size", record.size)
    message.close()
    message.put("timestamp", record.time ?? 0)
    switch record.content {
    case .sample(let sample):
      message.open("sample_event")
      put(sample, into: &message)
      message.close()
    case .mark where record.kind == .finishedRound:
      break
    case .headerAttributes, .headerFeature, .eventType, .tracingData, .buildID, .eventUpdate,
      .cpuMap, .bpfEvent, .mark:
      // Quipper takes these apart or leaves them out.
      return nil
    default:
      if record.kind.isKernel {
        putKernel(record, into: &message)
      } else {
        putRecorder(record, into: &message)
      }
    }
    return message
  }

  private func put(_ thread: ThreadID, into message: inout FlatMessage) {
    message.put("pid", UInt32(bitPattern: thread.process))
    message.put("tid", UInt32(bitPattern: thread.thread))
  }

  private func put(_ sample: borrowing Sample, into message: inout FlatMessage) {
    if let pointer = sample.instructionPointer { message.put("ip", pointer) }
    if let thread = sample.thread { put(thread, into: &message) }
    if let time = sample.time { message.put("sample_time_ns", time) }
    if let address = sample.address { message.put("addr", address) }
    if let identifier = sample.identifier { message.put("id", identifier) }
    if let stream = sample.streamID { message.put("stream_id", stream) }
    if let cpu = sample.cpu { message.put("cpu", cpu) }
    if let period = sample.recordedPeriod { message.put("period", period) }
    if let chain = sample.callchain {
      for index in 0..<chain.count { message.put("callchain", chain[index]) }
    }
    if let raw = sample.rawData {
      message.put("raw_size", raw.byteCount)
      message.put("raw", bytes: [UInt8](copying: raw))
    }
    if let weight = sample.weight { message.put("weight", weight.rawValue) }
    if let source = sample.dataSource { message.put("data_src", source.rawValue) }
    guard let stack = sample.branchStack else { return }
    for index in 0..<stack.count { put(stack[index], into: &message) }
    // Quipper says both, whatever the sample holds.
    message.put("no_hw_idx", stack.hardwareIndex == nil)
    message.put("branch_stack_hw_idx", stack.hardwareIndex ?? 0)
  }

  private func put(_ branch: Branch, into message: inout FlatMessage) {
    message.open("branch_stack")
    message.put("from_ip", branch.from)
    message.put("to_ip", branch.to)
    message.put("mispredicted", branch.isMispredicted)
    message.put("predicted", branch.isPredicted)
    message.put("in_transaction", branch.isInTransaction)
    message.put("abort", branch.isAbort)
    message.put("cycles", branch.cycles)
    message.put("type", branch.type.rawValue)
    message.put("spec", branch.speculation.rawValue)
    message.close()
  }

  private func putTrailer(_ record: borrowing Record, into message: inout FlatMessage) {
    var trailer = FlatMessage()
    trailer.open("sample_info")
    let before = trailer.lines.count
    if let thread = record.thread { put(thread, into: &trailer) }
    if let time = record.time { trailer.put("sample_time_ns", time) }
    if let identifier = record.identifier { trailer.put("id", identifier) }
    if let stream = record.streamID { trailer.put("stream_id", stream) }
    if let cpu = record.cpu { trailer.put("cpu", cpu) }
    if trailer.lines.count == before { return }
    message.open("sample_info")
    if let thread = record.thread { put(thread, into: &message) }
    if let time = record.time { message.put("sample_time_ns", time) }
    if let identifier = record.identifier { message.put("id", identifier) }
    if let stream = record.streamID { message.put("stream_id", stream) }
    if let cpu = record.cpu { message.put("cpu", cpu) }
    message.close()
  }

  private func putKernel(_ record: borrowing Record, into message: inout FlatMessage) {
    switch record.content {
    case .memoryMap(let map):
      message.open("mmap_event")
      put(map.thread, into: &message)
      message.put("start", map.address)
      message.put("len", map.length)
      message.put("pgoff", map.fileOffset)
      message.put("filename", bytes: [UInt8](copying: map.pathBytes))
    case .memoryMap2(let map):
      message.open("mmap_event")
      put(map.thread, into: &message)
      message.put("start", map.address)
      message.put("len", map.length)
      message.put("pgoff", map.fileOffset)
      message.put("maj", map.deviceMajor)
      message.put("min", map.deviceMinor)
      message.put("ino", map.inode)
      message.put("ino_generation", map.inodeGeneration)
      message.put("prot", map.protection)
      message.put("flags", map.mapFlags)
      message.put("filename", bytes: [UInt8](copying: map.pathBytes))
    case .commandName(let name):
      message.open("comm_event")
      put(name.thread, into: &message)
      message.put("comm", bytes: [UInt8](copying: name.nameBytes))
    case .fork(let fork):
      message.open("fork_event")
      put(fork.thread, fork.parent, fork.time, into: &message)
    case .exit(let exit):
      message.open("exit_event")
      put(exit.thread, exit.parent, exit.time, into: &message)
    default:
      putRareKernel(record, into: &message)
    }
    putTrailer(record, into: &message)
    message.close()
  }

  private func put(
    _ thread: ThreadID, _ parent: ThreadID, _ time: UInt64, into message: inout FlatMessage
  ) {
    put(thread, into: &message)
    message.put("ppid", UInt32(bitPattern: parent.process))
    message.put("ptid", UInt32(bitPattern: parent.thread))
    message.put("fork_time_ns", time)
  }

  private func putRareKernel(_ record: borrowing Record, into message: inout FlatMessage) {
    switch record.content {
    case .lost(let lost):
      message.open("lost_event")
      message.put("id", lost.identifier)
      message.put("lost", lost.count)
    case .lostSamples(let lost):
      message.open("lost_samples_event")
      message.put("num_lost", lost.count)
    case .throttle(let pause), .unthrottle(let pause):
      message.open("throttle_event")
      message.put("time_ns", pause.time)
      message.put("id", pause.identifier)
      message.put("stream_id", pause.streamID)
    case .aux(let aux):
      message.open("aux_event")
      message.put("aux_offset", aux.auxOffset)
      message.put("aux_size", aux.auxSize)
      message.put("is_truncated", aux.auxFlags.contains(.truncated))
      message.put("is_overwrite", aux.auxFlags.contains(.overwrite))
      message.put("is_partial", aux.auxFlags.contains(.partial))
    case .instructionTraceStart(let start):
      message.open("itrace_start_event")
      put(start.thread, into: &message)
    case .contextSwitch:
      message.open("context_switch_event")
      message.put("is_out", record.flags.contains(.switchOut))
    case .contextSwitchCPUWide(let change):
      message.open("context_switch_event")
      message.put("is_out", record.flags.contains(.switchOut))
      message.put("next_prev_pid", UInt32(bitPattern: change.otherThread.process))
      message.put("next_prev_tid", UInt32(bitPattern: change.otherThread.thread))
    case .kernelSymbol(let symbol):
      message.open("ksymbol_event")
      message.put("addr", symbol.address)
      message.put("len", symbol.length)
      message.put("ksym_type", symbol.symbolType)
      message.put("flags", symbol.symbolFlags)
      message.put("name", bytes: [UInt8](copying: symbol.nameBytes))
    case .namespaces(let list):
      message.open("namespaces_event")
      put(list.thread, into: &message)
      for index in 0..<list.count {
        message.open("link_info")
        message.put("dev", list[index].device)
        message.put("ino", list[index].inode)
        message.close()
      }
    default:
      message.open("unexpected_\(record.kind)")
    }
  }

  private func putRecorder(_ record: borrowing Record, into message: inout FlatMessage) {
    switch record.content {
    case .auxTraceInfo(let info):
      message.open("auxtrace_info_event")
      message.put("type", info.auxType)
      for word in info.parameterWords.array {
        message.put("unparsed_binary_blob_priv_data", word)
      }
    case .auxTrace(let trace):
      message.open("auxtrace_event")
      message.put("size", trace.dataSize)
      message.put("offset", trace.auxOffset)
      message.put("reference", trace.reference)
      message.put("idx", trace.index)
      message.put("tid", trace.thread)
      message.put("cpu", trace.cpu)
      message.put("trace_data", bytes: [UInt8](copying: trace.data))
    case .timeConversion(let conversion):
      message.open("time_conv_event")
      message.put("time_shift", conversion.shift)
      message.put("time_mult", conversion.multiplier)
      message.put("time_zero", conversion.zero)
      if let hasZero = conversion.hasZero, let isShort = conversion.isShort {
        message.put("time_cycles", conversion.cycles)
        message.put("time_mask", conversion.mask)
        message.put("cap_user_time_zero", hasZero)
        message.put("cap_user_time_short", isShort)
      }
    case .threadMap(let map):
      message.open("thread_map_event")
      for index in 0..<map.count {
        message.open("entries")
        message.put("pid", UInt64(bitPattern: map[index].thread))
        message.put("comm", text: map[index].name)
        message.close()
      }
    case .idIndex(let list):
      message.open("id_index_event")
      for index in 0..<list.count {
        let entry = list[index]
        message.open("entries")
        message.put("id", entry.identifier)
        message.put("idx", entry.index)
        message.put("cpu", UInt64(bitPattern: entry.cpu))
        message.put("tid", UInt64(bitPattern: entry.thread))
        message.close()
      }
    default:
      message.open("unexpected_\(record.kind)")
    }
    message.close()
  }
}
