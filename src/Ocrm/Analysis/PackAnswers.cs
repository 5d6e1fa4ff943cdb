using Granary.Kernel.Storage;
using Granary.Ocrm.Questionnaires;
using Granary.Ocrm.Storage;
using Granary.Surveys;
using Microsoft.Extensions.Logging;

namespace Granary.Ocrm.Analysis;

/// <summary>
/// Packs the blocks in which responses changed. A change is a row that is deleted in the transaction that packs its block from all responses as
/// they are, so nothing is lost by dying and doing it twice changes nothing. One node at a time: who reads later, writes later.
/// </summary>
internal sealed class PackAnswers(OcrmDatabase database, OcrmLimits limits, TimeProvider clock, ILogger<PackAnswers> logger) : Worker(limits, clock, logger)
{
    private const ulong Lock = 0x414E_4C5A;

    private readonly Dictionary<(long, long), IReadOnlyList<Dimension>> _dimensions = [];

    private sealed record Change(long Id, long Questionnaire, long Number, long Block);

    protected override async Task TurnAsync(CancellationToken cancellation)
    {
        while (await StepAsync(cancellation))
        {
        }

        await RestAsync(Limits.PackPoll, cancellation);
    }

    /// <returns>Whether there may be more to do.</returns>
    public Task<bool> StepAsync(CancellationToken cancellation) => database.WriteAsync(async session =>
    {
        await session.LockAsync([Lock]);
        var changes = await session.QueryAsync(
            $"SELECT c.id, c.questionnaire, c.number, c.response FROM ocrm.answer_change c ORDER BY c.id LIMIT {Limits.PackChanges}",
            r => new Change(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetInt64(3) >> AnswerBlock.Bits));
        var blocks = changes.GroupBy(c => (c.Questionnaire, c.Number, c.Block)).Take(Limits.PackBlocks).ToList();
        foreach (var block in blocks)
        {
            await PackAsync(session, block.Key.Questionnaire, block.Key.Number, block.Key.Block, block.Max(c => c.Id));
        }

        await session.ExecuteAsync("DELETE FROM ocrm.answer_change WHERE id IN (SELECT k.id FROM {rows})", RowSet.Of("id", [.. blocks.SelectMany(b => b.Select(c => c.Id))]));
        return changes.Count == Limits.PackChanges || blocks.Sum(b => b.Count()) < changes.Count;
    }, cancellation);

    /// <param name="revision">The last change that it holds: never the same again, also where a block was emptied and is filled anew.</param>
    private async Task PackAsync(Session session, long questionnaire, long number, long block, long revision)
    {
        var responses = await session.QueryAsync(
            """
            SELECT r.id, r.party_id, r.entity, r.unit, r.person, r.via, r.language, r.state, r.band, r.score, r.at, r.answers FROM ocrm.response r
            WHERE r.id >= @from AND r.id < @to AND r.questionnaire = @questionnaire AND r.number = @number AND r.state IN ('complete', 'screened') ORDER BY r.id
            """,
            r => new FinishedResponse(r.GetInt64(0), r.GetInt64(1), [r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6), r.GetString(7), r.GetString(8)], r.GetDouble(9), r.GetInt64(10), r.GetString(11)),
            ("from", block << AnswerBlock.Bits), ("to", (block + 1) << AnswerBlock.Bits), ("questionnaire", questionnaire), ("number", number));
        if (responses.Count == 0)
        {
            await session.ExecuteAsync("DELETE FROM ocrm.answer_block WHERE questionnaire = @questionnaire AND number = @number AND block = @block",
                ("questionnaire", questionnaire), ("number", number), ("block", block));
            return;
        }

        await session.ExecuteAsync(
            """
            INSERT INTO ocrm.answer_block (questionnaire, number, block, revision, content) VALUES (@questionnaire, @number, @block, @revision, @content)
            ON CONFLICT (questionnaire, number, block) DO UPDATE SET revision = excluded.revision, content = excluded.content
            """,
            ("questionnaire", questionnaire), ("number", number), ("block", block), ("revision", revision), ("content", BlockFormat.Write(PackBlock.Of(await DimensionsAsync(session, questionnaire, number), responses))));
    }

    private async Task<IReadOnlyList<Dimension>> DimensionsAsync(Session session, long questionnaire, long number)
    {
        if (!_dimensions.TryGetValue((questionnaire, number), out var known))
        {
            if (_dimensions.Count >= Limits.VersionsHeld)
            {
                _dimensions.Clear();
            }

            // What was published was read before; should a later engine refuse it, its responses are still counted.
            known = await PublishedVersion.FindAsync(session, questionnaire, number) is { } version && SurveyReader.Read(version.Document).Survey is { } survey ? Dimension.Of(survey) : [];
            _dimensions[(questionnaire, number)] = known;
        }

        return known;
    }
}
