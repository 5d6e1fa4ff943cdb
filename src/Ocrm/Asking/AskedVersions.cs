using System.Collections.Concurrent;
using Granary.Kernel.Storage;
using Granary.Ocrm.Questionnaires;
using Granary.Surveys;

namespace Granary.Ocrm.Asking;

/// <summary>A version with its document read.</summary>
internal sealed record AskedVersion(PublishedVersion Version, Survey Survey)
{
    public bool HasFiles { get; } = Survey.AllElements.Any(e => e is FileQuestion);
}

/// <summary>Versions that are being asked, read once: a published one never changes, and reading takes longer than answering.</summary>
internal sealed class AskedVersions(OcrmLimits limits)
{
    private readonly ConcurrentDictionary<(long, long), AskedVersion> _read = new();

    /// <returns>Null where there is none, or its document can no longer be read.</returns>
    public async Task<AskedVersion?> FindAsync(Session session, long questionnaire, long number)
    {
        if (_read.TryGetValue((questionnaire, number), out var known))
        {
            return known;
        }

        if (await PublishedVersion.FindAsync(session, questionnaire, number) is not { } version || SurveyReader.Read(version.Document).Survey is not { } survey)
        {
            return null;
        }

        if (_read.Count >= limits.AskedVersions)
        {
            _read.Clear();
        }

        return _read[(questionnaire, number)] = new(version, survey);
    }

    /// <returns>The version that is asked now; null where nothing is.</returns>
    public async Task<AskedVersion?> CurrentAsync(Session session, long questionnaire) =>
        (await session.QueryAsync("SELECT q.current FROM ocrm.questionnaire q WHERE q.id = @id AND q.state = 'published'", r => r.GetInt64(0), ("id", questionnaire))) is [> 0 and var number]
            ? await FindAsync(session, questionnaire, number)
            : null;
}
