using System.Globalization;

namespace Granary.Ocrm.Analysis;

/// <summary>By something of the origin: where and which way a response came.</summary>
internal sealed class OriginAxis(string key, OriginField field) : Axis(key)
{
    public const string Unit = "@unit";
    public const string Entity = "@entity";
    public const string Via = "@via";
    public const string Language = "@language";
    public const string Band = "@band";

    private readonly SortedSet<string> _found = new(StringComparer.Ordinal);
    private Dictionary<string, ushort> _codes = [];

    /// <returns>Null for a key that is no origin's.</returns>
    public static OriginAxis? Of(string key) => FieldOf(key) is { } field ? new OriginAxis(key, field) : null;

    public static OriginField? FieldOf(string key) => key switch
    {
        Unit => OriginField.Unit,
        Entity => OriginField.Entity,
        Via => OriginField.Via,
        Language => OriginField.Language,
        Band => OriginField.Band,
        _ => null,
    };

    public override void Prepare(AnalysedVersion version, AnswerBlock block) => _found.UnionWith(block.Origins[(int)field].Values.Where(v => v.Length > 0));

    public override void Ready()
    {
        Values = [.. _found];
        _codes = Values.Select((v, i) => (v, i)).ToDictionary(v => v.v, v => (ushort)(v.i + 1), StringComparer.Ordinal);
    }

    public override void Codes(AnalysedVersion version, AnswerBlock block, Span<ushort> codes)
    {
        var texts = block.Origins[(int)field];
        var own = Array.ConvertAll(texts.Values, v => _codes.GetValueOrDefault(v));
        if (texts.Codes.Length == 0)
        {
            codes[..block.Count].Fill(own[0]);
            return;
        }

        for (var row = 0; row < block.Count; row++)
        {
            codes[row] = own[texts.Codes[row]];
        }
    }
}

/// <summary>By version of the questionnaire.</summary>
internal sealed class VersionAxis(IReadOnlyList<AnalysedVersion> versions) : Axis(Name)
{
    public const string Name = "@version";

    public override void Ready() => Values = [.. versions.Select(v => v.Number).Order().Select(n => n.ToString(CultureInfo.InvariantCulture))];

    public override void Codes(AnalysedVersion version, AnswerBlock block, Span<ushort> codes) =>
        codes[..block.Count].Fill((ushort)(Values.ToList().IndexOf(version.Number.ToString(CultureInfo.InvariantCulture)) + 1));
}

/// <summary>By when it was completed: days ("2026-06-01"), weeks by their Monday, or months ("2026-06"), without gaps.</summary>
internal sealed class PeriodAxis(string key) : Axis(key)
{
    public const string Day = "@day";
    public const string Week = "@week";
    public const string Month = "@month";

    private int _first = int.MaxValue;
    private int _last = int.MinValue;
    private ushort[] _codes = [];

    public override void Prepare(AnalysedVersion version, AnswerBlock block)
    {
        foreach (var day in block.Days)
        {
            _first = Math.Min(_first, day);
            _last = Math.Max(_last, day);
        }
    }

    public override void Ready()
    {
        var values = new List<string>();
        _codes = new ushort[_first > _last ? 0 : _last - _first + 1];
        for (var i = 0; i < _codes.Length; i++)
        {
            var name = NameOf(Key, _first + i);
            if (values.Count == 0 || values[^1] != name)
            {
                values.Add(name);
            }

            _codes[i] = (ushort)values.Count;
        }

        Values = values;
    }

    public override void Codes(AnalysedVersion version, AnswerBlock block, Span<ushort> codes)
    {
        for (var row = 0; row < block.Count; row++)
        {
            codes[row] = _codes[block.Days[row] - _first];
        }
    }

    /// <param name="day">Days since 1970.</param>
    public static string NameOf(string key, int day)
    {
        var at = DateOnly.FromDayNumber(day + PackBlock.Epoch);
        return key switch
        {
            Month => at.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            Week => at.AddDays(-(((int)at.DayOfWeek + 6) % 7)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
    }
}

/// <summary>By sets of customers: one is in several segments or in none.</summary>
internal sealed class SegmentAxis : Axis
{
    public const string Name = "@segment";

    private readonly IReadOnlyList<IReadOnlySet<long>> _members;

    /// <param name="segments">Names with the parties that the caller sees in them.</param>
    public SegmentAxis(IReadOnlyList<(string Name, IReadOnlySet<long> Parties)> segments)
        : base(Name)
    {
        _members = [.. segments.Select(s => s.Parties)];
        Values = [.. segments.Select(s => s.Name)];
    }

    public override bool IsSeveral => true;

    public override void Codes(AnalysedVersion version, AnswerBlock block, Span<ushort> codes) => throw new NotSupportedException(Name);

    public override void Members(AnalysedVersion version, AnswerBlock block, int code, Span<ulong> members)
    {
        members.Clear();
        for (var row = 0; row < block.Count; row++)
        {
            var party = block.Parties.Length == 0 ? 0 : block.Parties[row];
            var holds = code == 0 ? _members.All(m => !m.Contains(party)) : code <= _members.Count && _members[code - 1].Contains(party);
            members[row >> 6] |= (holds ? 1UL : 0UL) << row;
        }
    }
}
