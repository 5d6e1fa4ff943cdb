namespace Granary.Gateway.Lines;

/// <summary>Counts requests under way on one connection against a bound, and tells when none is left.</summary>
internal sealed class InFlight(int bound)
{
    private readonly Lock gate = new();
    private int count;
    private TaskCompletionSource? empty;

    public bool TryEnter()
    {
        lock (gate)
        {
            if (count >= bound)
            {
                return false;
            }

            count++;
            return true;
        }
    }

    public void Exit()
    {
        TaskCompletionSource? waiting = null;
        lock (gate)
        {
            if (--count == 0)
            {
                (waiting, empty) = (empty, null);
            }
        }

        waiting?.SetResult();
    }

    public Task WhenEmpty()
    {
        lock (gate)
        {
            return count == 0
                ? Task.CompletedTask
                : (empty ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }
}
