using System.Text.Json;
using Granary.Ecif.Contracts;

namespace Granary.Host.Commands.Import;

/// <summary>How the columns of a CSV file are read, as people write it in JSON; without one, columns are called as fields are.</summary>
/// <param name="Columns">Column → field: key, system, kind, status, branch, at, an attribute, or a part of one (document.number, mobile#2).</param>
/// <param name="Values">Field → the file's word → Granary's (gender → 男 → M).</param>
/// <param name="Fixed">Field → text of a field that the file has no column for.</param>
internal sealed record CsvMap(Dictionary<string, string>? Columns, Dictionary<string, Dictionary<string, string>>? Values, Dictionary<string, string>? Fixed)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    public static CsvMap Plain { get; } = new(null, null, null);

    /// <summary>Fields beside the attributes.</summary>
    public static IReadOnlyList<string> OfRecord { get; } = ["key", "system", "kind", "status", "branch", "at"];

    /// <exception cref="UserError">It is no such file, or names a field that there is not.</exception>
    public static CsvMap Read(FileInfo file)
    {
        if (!file.Exists)
        {
            throw new UserError($"there is no file {file}");
        }

        try
        {
            var map = JsonSerializer.Deserialize<CsvMap>(File.ReadAllText(file.FullName), Json) ?? Plain;
            var unknown = new IEnumerable<string>?[] { map.Columns?.Values, map.Values?.Keys, map.Fixed?.Keys }.OfType<IEnumerable<string>>().SelectMany(f => f).FirstOrDefault(f => CsvField.Parse(f) is null);
            return unknown is null ? map : throw new UserError($"{file.Name}: there is no field \"{unknown}\"; fields are {CsvField.Known}");
        }
        catch (JsonException e)
        {
            throw new UserError($"{file.Name} cannot be read as a map: {e.Message}");
        }
    }

    /// <summary>The field of a column; null where it is passed over.</summary>
    public CsvField? Of(string column) => Columns is null ? CsvField.Parse(column) : Columns.TryGetValue(column, out var field) ? CsvField.Parse(field) : null;

    public string Word(string field, string word) => Values is not null && Values.TryGetValue(field, out var words) && words.TryGetValue(word, out var ours) ? ours : word;
}

/// <param name="Name">One of the record's, or an attribute.</param>
/// <param name="Ordinal">Which one of several values, from 1.</param>
/// <param name="Part">A part of the attribute, or "" where it has none.</param>
internal sealed record CsvField(string Name, int Ordinal, string Part)
{
    public static string Known => string.Join(", ", CsvMap.OfRecord.Concat(PartyAttribute.All.SelectMany(a => PartyAttribute.PartsOf(a).Select(p => p.Length == 0 ? a : $"{a}.{p}"))));

    /// <summary>The name as a map and an error file have it.</summary>
    public string Text => Name + (Ordinal > 1 ? $"#{Ordinal}" : "") + (Part.Length > 0 ? "." + Part : "");

    /// <summary>"mobile", "document.number", "document#2.number"; an attribute alone is its first part ("address.home": its text). Null for anything else.</summary>
    public static CsvField? Parse(string text)
    {
        if (CsvMap.OfRecord.Contains(text))
        {
            return new CsvField(text, 1, "");
        }

        foreach (var attribute in PartyAttribute.All.Where(a => text.StartsWith(a, StringComparison.Ordinal)).OrderByDescending(a => a.Length))
        {
            var rest = text[attribute.Length..];
            var ordinal = rest.Length > 1 && rest[0] == '#' && char.IsAsciiDigit(rest[1]) ? rest[1] - '0' : 1;
            rest = rest.StartsWith('#') ? rest[Math.Min(2, rest.Length)..] : rest;
            var parts = PartyAttribute.PartsOf(attribute);
            if (rest.Length == 0 ? attribute != PartyAttribute.Document : rest[0] == '.' && parts.Contains(rest[1..]))
            {
                return new CsvField(attribute, Math.Max(1, ordinal), rest.Length == 0 ? parts[0] : rest[1..]);
            }
        }

        return null;
    }
}
