namespace Granary.Ocrm.Sending;

/// <summary>So many a second, and after a rest no more at once than those of one second.</summary>
internal sealed class SendingRate(int perSecond, TimeProvider clock)
{
    private double _room = perSecond;
    private long _at = clock.GetTimestamp();

    /// <summary>How many may go now.</summary>
    public int Room()
    {
        var now = clock.GetTimestamp();
        _room = Math.Min(perSecond, _room + (clock.GetElapsedTime(_at, now).TotalSeconds * perSecond));
        _at = now;
        return (int)_room;
    }

    public void Take(int count) => _room -= count;

    /// <summary>When the next one may go.</summary>
    public TimeSpan Next => TimeSpan.FromSeconds(Math.Max(0.001, (1 - _room) / perSecond));
}
