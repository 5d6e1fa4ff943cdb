using Granary.Access.Contracts;

namespace Granary.Ocrm.Analysis;

/// <summary>Something of the origin: state, unit, way.</summary>
internal sealed class OriginCondition(OriginField field, Func<string, bool> holds) : ICondition
{
    public static OriginCondition IsComplete { get; } = new(OriginField.State, state => state == "complete");

    public void Keep(AnalysedVersion version, AnswerBlock block, Span<ulong> bitmap) => block.Origins[(int)field].Keep(bitmap, holds);
}

/// <summary>What a sight sees: by legal entity, unit or person.</summary>
internal sealed class Seen(Sight sight) : ICondition
{
    private readonly (OriginField Field, HashSet<string> Values)[] _parts =
        [.. new[] { (OriginField.Entity, sight.Entities.ToHashSet()), (OriginField.Unit, sight.Units.ToHashSet()), (OriginField.Person, sight.Managers.ToHashSet()) }.Where(p => p.Item2.Count > 0)];

    public void Keep(AnalysedVersion version, AnswerBlock block, Span<ulong> bitmap)
    {
        if (sight.All)
        {
            return;
        }

        Span<ulong> seen = stackalloc ulong[AnswerBlock.Words];
        Span<ulong> part = stackalloc ulong[AnswerBlock.Words];
        seen.Clear();
        foreach (var (field, values) in _parts)
        {
            bitmap.CopyTo(part);
            block.Origins[(int)field].Keep(part, values.Contains);
            for (var word = 0; word < seen.Length; word++)
            {
                seen[word] |= part[word];
            }
        }

        seen.CopyTo(bitmap);
    }
}

/// <summary>Completed from a day to a day, both in it; days since 1970.</summary>
internal sealed class DaysCondition(int from, int to) : ICondition
{
    public void Keep(AnalysedVersion version, AnswerBlock block, Span<ulong> bitmap) => Selecting.Keep(bitmap, block.Days.AsSpan(), day => day >= from && day <= to);
}

/// <summary>Completed in one of the days, weeks or months that an axis names.</summary>
internal sealed class PeriodCondition(string key, IReadOnlyCollection<string> values) : ICondition
{
    private readonly Dictionary<int, bool> _days = [];

    public void Keep(AnalysedVersion version, AnswerBlock block, Span<ulong> bitmap) => Selecting.Keep(bitmap, block.Days.AsSpan(), Holds);

    private bool Holds(int day)
    {
        if (!_days.TryGetValue(day, out var holds))
        {
            _days[day] = holds = values.Contains(PeriodAxis.NameOf(key, day));
        }

        return holds;
    }
}

/// <summary>Answered with one of the values.</summary>
internal sealed class AnswerIs(QuestionAxis axis, IReadOnlyCollection<string> values) : ICondition
{
    public void Keep(AnalysedVersion version, AnswerBlock block, Span<ulong> bitmap) => axis.Keep(version, block, values, bitmap);
}

/// <summary>Of one of the customers.</summary>
internal sealed class PartyCondition(IReadOnlySet<long> parties) : ICondition
{
    public void Keep(AnalysedVersion version, AnswerBlock block, Span<ulong> bitmap)
    {
        if (block.Parties.Length == 0)
        {
            bitmap.Clear();
            return;
        }

        Selecting.Keep(bitmap, block.Parties.AsSpan(), party => party != 0 && parties.Contains(party));
    }
}
