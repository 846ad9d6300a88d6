extension ProcessTable {
  /// Finds the name of a thread.
  ///
  /// Threads have the name of the thread that forked them until they take another.
  /// Thread 0, which stands for each idle CPU, is called `swapper`.
  ///
  /// - Parameters:
  ///   - thread: The thread; only its number counts, not that of the process.
  ///   - time: The time in nanoseconds; when it is left out, the present.
  ///   - machine: The process in which a guest runs, or 0 for the host.
  /// - Returns: The name, or nothing when none was told.
  /// - Complexity: O(1) for the present, O(log n) for n changes of the thread.
  public func name(
    of thread: ThreadID, at time: UInt64 = .max, machine: Int32 = 0
  ) -> String? {
    let key = TaskKey(thread.thread, machine: machine)
    if let index = threads.index(key, at: time),
      let name = names[threads.lives[index].state(at: time).name]
    {
      return name
    }
    return thread.thread == 0 ? "swapper" : nil
  }

  /// Finds the name of a thread as perf prints it: a colon and the number for one without.
  ///
  /// - Parameters:
  ///   - thread: The thread; only its number counts, not that of the process.
  ///   - time: The time in nanoseconds; when it is left out, the present.
  ///   - machine: The process in which a guest runs, or 0 for the host.
  /// - Returns: The name, or such as `:123`.
  public func displayName(
    of thread: ThreadID, at time: UInt64 = .max, machine: Int32 = 0
  ) -> String {
    name(of: thread, at: time, machine: machine) ?? ":\(thread.thread)"
  }

  /// Finds the bearer of a number at a time.
  ///
  /// - Parameters:
  ///   - thread: The number of the thread.
  ///   - time: The time in nanoseconds; when it is left out, the present.
  ///   - machine: The process in which a guest runs, or 0 for the host.
  /// - Returns: The thread, or nothing when no record tells of it.
  public func thread(
    _ thread: Int32, at time: UInt64 = .max, machine: Int32 = 0
  ) -> ThreadLife? {
    threads.index(TaskKey(thread, machine: machine), at: time).map(threadLife)
  }

  /// All threads that any record told of, in the order of appearance.
  ///
  /// - Complexity: O(n) for all changes of all threads.
  public var allThreads: [ThreadLife] { threads.lives.indices.map(threadLife) }

  /// Finds the namespaces of a thread, in the order network, UTS, IPC, process, user, mount, cgroup.
  ///
  /// - Parameters:
  ///   - thread: The number of the thread.
  ///   - time: The time in nanoseconds; when it is left out, the present.
  ///   - machine: The process in which a guest runs, or 0 for the host.
  /// - Returns: Device and inode of each, or nothing when none were told.
  public func namespaces(
    ofThread thread: Int32, at time: UInt64 = .max, machine: Int32 = 0
  ) -> [NamespacesRecord.Namespace]? {
    guard let index = threads.index(TaskKey(thread, machine: machine), at: time) else {
      return nil
    }
    return namespaceLists[threads.lives[index].state(at: time).namespaces]
  }

  private func threadLife(_ index: Int) -> ThreadLife {
    let life = threads.lives[index]
    let parent = life.parent < 0 ? nil : threadID(threads.lives[life.parent])
    let changes: [NameChange] = life.entries.compactMap { entry in
      guard let name = names[entry.change.name] else { return nil }
      return NameChange(time: entry.time, name: name, isExec: entry.change.isExec)
    }
    return ThreadLife(
      thread: threadID(life), machine: life.key.machine, parent: parent,
      startTime: life.isForked ? life.start : nil, exitTime: life.exit,
      inheritedName: names[life.inherited.name], names: changes)
  }

  private func threadID(_ life: Life<ThreadChange>) -> ThreadID {
    ThreadID(process: life.process ?? life.key.number, thread: life.key.number)
  }
}
