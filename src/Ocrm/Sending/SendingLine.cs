namespace Granary.Ocrm.Sending;

/// <summary>One line of a channel: opened when something is due, closed when nothing came for a while, one message at a time.</summary>
internal sealed class SendingLine(string name, IPeer peer, SendingBook book, OcrmLimits limits, TimeProvider clock)
{
    private TimeSpan _pause = limits.SendingPause;

    /// <summary>Why nothing passes at present, as a code; empty where something does.</summary>
    public string Trouble { get; private set; } = "";

    public bool IsOpen => peer.IsOpen;

    public async Task RunAsync(CancellationToken stopping)
    {
        await using var closed = peer;
        using var end = new CancellationTokenSource();
        // What is on its way when we stop has a while to hear the peer's word.
        await using var grace = stopping.Register(() => end.CancelAfter(limits.SendingGrace));
        Told? told = null;
        while (!stopping.IsCancellationRequested)
        {
            if (!peer.IsOpen)
            {
                await TellAsync();
                await book.WorkAsync(name);
                if (stopping.IsCancellationRequested || !await OpenedAsync(stopping))
                {
                    continue;
                }
            }

            var next = await book.NextAsync(name, told);
            told = null;
            if (next is null)
            {
                await peer.CloseAsync();
                continue;
            }

            // Who slept so long was taken for dead, and somebody may have decided meanwhile.
            var outcome = clock.GetUtcNow() < next.Until ? await peer.SendAsync(next, end.Token) : Outcome.Again("late");
            told = new Told(name, next, outcome);
            if (outcome.Pause)
            {
                await TellAsync();
                await peer.CloseAsync();
                await PauseAsync(outcome.Code, stopping);
            }
            else
            {
                (Trouble, _pause) = ("", limits.SendingPause);
            }
        }

        await TellAsync();
        await peer.CloseAsync();

        async Task TellAsync()
        {
            if (told is not null)
            {
                await book.TellAsync(told);
                told = null;
            }
        }
    }

    private async Task<bool> OpenedAsync(CancellationToken stopping)
    {
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            patience.CancelAfter(limits.SendingOpen);
            await peer.OpenAsync(patience.Token);
            return true;
        }
        catch (PeerException e)
        {
            await PauseAsync(e.Code, stopping);
            return false;
        }
    }

    private async Task PauseAsync(string trouble, CancellationToken stopping)
    {
        Trouble = trouble;
        await Task.Delay(_pause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _pause = TimeSpan.FromTicks(Math.Min(_pause.Ticks * 2, limits.SendingPauseMost.Ticks));
    }
}
