using Granary.Kernel.Storage;
using Granary.Matching;
using Microsoft.Extensions.Logging;

namespace Granary.Ecif.Resolution;

/// <summary>
/// The model that decides in this process. Every batch asks for it, and once a second at most the database is asked which one is active:
/// so a new one takes effect between two batches, on every node, and none is stopped.
/// </summary>
internal sealed partial class ActiveModel(EcifLimits limits, TimeProvider clock, ILogger<ActiveModel> logger)
{
    private volatile Resolver _resolver = new(new Matcher(MatchModel.Default));
    private long _asked = long.MinValue;
    private long _unreadable;

    public Resolver Resolver => _resolver;

    public long Version => _resolver.Matcher.Model.Version;

    /// <summary>Looks for a newer version, if it is time to.</summary>
    public Task RefreshAsync(Session session)
    {
        var asked = Interlocked.Read(ref _asked);
        return asked != long.MinValue && clock.GetElapsedTime(asked) < limits.ModelPoll ? Task.CompletedTask : LookAsync(session);
    }

    /// <summary>Looks for a newer version now.</summary>
    public async Task LookAsync(Session session)
    {
        Interlocked.Exchange(ref _asked, clock.GetTimestamp());
        var active = await MatchModels.ActiveAsync(session);
        if (active == Version || active == _unreadable)
        {
            return;
        }

        try
        {
            _resolver = new(new Matcher(await MatchModels.ModelAsync(session, active)));
            _unreadable = 0;
        }
        catch (FormatException e)
        {
            // Somebody changed the row, or a later Granary wrote it: messages go on under the model that is known.
            _unreadable = active;
            LogUnreadable(active, e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Match model {Version} cannot be read, so the one before goes on: {Why}")]
    private partial void LogUnreadable(long version, string why);
}
