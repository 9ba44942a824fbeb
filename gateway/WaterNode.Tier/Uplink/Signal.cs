namespace WaterNode.Tier.Uplink;

/// <summary>Wakes one waiter; a call that nobody waits for is remembered, several count as one.</summary>
internal sealed class Signal
{
    private TaskCompletionSource _raised = New();

    public void Raise() => Volatile.Read(ref _raised).TrySetResult();

    public Task Raised => Volatile.Read(ref _raised).Task;

    /// <summary>To be called before looking at what the signal is about, so that nothing falls in between.</summary>
    public void Clear()
    {
        if (_raised.Task.IsCompleted) Volatile.Write(ref _raised, New());
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
