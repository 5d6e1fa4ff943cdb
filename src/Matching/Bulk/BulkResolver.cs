namespace Granary.Matching.Bulk;

/// <summary>
/// Resolves records all together, to the clusters that <see cref="Resolver"/> comes to one at a time: pairs that share a key are scored,
/// those over the threshold make components, and a component in which something must stay apart is clustered by the same rules.
/// Pure but for files beyond the memory; the outcome does not depend on cores, memory or chance.
/// </summary>
public sealed class BulkResolver(Matcher matcher, BulkSettings settings)
{
    /// <summary>Records that one thread takes at a time.</summary>
    private const int Chunk = 2048;

    /// <param name="count">How many records.</param>
    /// <param name="record">A record by its number, from 0; asked for by several threads, and more than once. The numbers are the order of arrival.</param>
    /// <param name="progress">Told the step (keys, pairs, scores, clusters, suspects) and how far it is; by one thread at a time.</param>
    public BulkOutcome Resolve(int count, Func<int, MatchRecord> record, Action<string, long, long>? progress = null, CancellationToken cancellation = default)
    {
        var folder = Directory.CreateTempSubdirectory("granary-bulk-");
        try
        {
            using var run = new BulkRun(matcher, settings with { Folder = settings.Folder ?? folder.FullName }, count, record, progress ?? ((_, _, _) => { }), cancellation);
            run.Keys(Chunk);
            run.Pairs();
            run.Score();
            return run.Cluster();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
