using System.Globalization;
using System.Text.Json;
using Granary.Kernel.Storage;

namespace Granary.Ocrm.Questionnaires.Bank;

/// <summary>One question of a document that was taken from the bank.</summary>
/// <param name="Name">Under which its answers stand: age, or members.age in a repeated question.</param>
internal sealed record BankUse(string Name, long Item, long Version)
{
    private static readonly string[] Inside = ["pages", "elements", "questions"];
    private static readonly string[] Repeated = ["templateElements", "columns", "items"];

    /// <summary>All of a document, also of one that cannot be asked yet.</summary>
    public static IReadOnlyList<BankUse> In(JsonElement document) => [.. Within(document, "").DistinctBy(u => u.Name)];

    /// <summary>Writes down where a draft (number 0) or a version uses the bank, in place of what was written before.</summary>
    public static async Task KeepAsync(Session session, long questionnaire, long number, string document)
    {
        await session.ExecuteAsync("DELETE FROM ocrm.bank_use WHERE questionnaire = @id AND number = @number", ("id", questionnaire), ("number", number));
        await session.InsertAsync(new Insert<BankUse>("ocrm.bank_use", "",
            new("questionnaire", ColumnType.Long, _ => questionnaire), new("number", ColumnType.Long, _ => number), new("name", ColumnType.Text, u => u.Name),
            new("item", ColumnType.Long, u => u.Item), new("item_version", ColumnType.Long, u => u.Version)), In(JsonElement.Parse(document)));
    }

    private static IEnumerable<BankUse> Within(JsonElement at, string before)
    {
        var name = Text(at, "name");
        if (Text(at, "bank").Split('@') is [var item, var version]
            && long.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            yield return new(before + name, id, number);
        }

        foreach (var (parts, prefix) in Inside.Select(p => (p, before)).Concat(Repeated.Select(p => (p, $"{before}{name}."))))
        {
            if (at.TryGetProperty(parts, out var list) && list.ValueKind == JsonValueKind.Array)
            {
                foreach (var use in list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object).SelectMany(e => Within(e, prefix)))
                {
                    yield return use;
                }
            }
        }
    }

    private static string Text(JsonElement at, string property) => at.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Replace("\0", "", StringComparison.Ordinal) : "";
}
