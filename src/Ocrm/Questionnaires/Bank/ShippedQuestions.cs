using System.Text.Json;
using System.Text.Json.Nodes;
using Granary.Kernel.Storage;

namespace Granary.Ocrm.Questionnaires.Bank;

/// <summary>Questions and blocks with which the province's bank begins: shipped.json, taken from the templates that ship.</summary>
internal static class ShippedQuestions
{
    /// <param name="From">A template.</param>
    /// <param name="Take">Names of its questions, or questions of the block's own.</param>
    /// <param name="Name">Of a block; null for one question as it is.</param>
    private sealed record Shipped(string From, IReadOnlyList<string> Tags, IReadOnlyList<JsonNode> Take, string? Name, JsonNode? Title);

    /// <summary>Hubs that start at once go one after the other: nothing in the rows themselves would keep a question from being there twice.</summary>
    private const ulong Lock = 0x5155_4553;

    /// <summary>Where none of them is there yet: what was changed or is no longer offered does not come back.</summary>
    public static async Task EnsureAsync(Session session, OcrmLimits limits, long at)
    {
        await session.LockAsync([Lock]);
        if ((await session.QueryAsync("SELECT 1 FROM ocrm.bank_item b WHERE b.owner = '' LIMIT 1", _ => true)).Count > 0)
        {
            return;
        }

        // The newest stand first in the list.
        foreach (var shipped in Read().Reverse())
        {
            var (fragment, type, title) = BankItem.Read(JsonSerializer.SerializeToElement(FragmentOf(shipped)), limits.QuestionnaireTitle) ?? throw new InvalidOperationException($"{shipped.From}: a shipped question cannot be asked");
            var id = await BankItem.InsertAsync(session, "", "", "", title, type, string.Join(',', shipped.Tags), at++);
            await BankItem.KeepAsync(session, id, 1, fragment, "", at);
        }
    }

    private static JsonNode FragmentOf(Shipped shipped)
    {
        var pages = JsonNode.Parse(Template.Find(shipped.From)!.Document)!["pages"]!.AsArray();
        var questions = pages.SelectMany(p => p!["elements"]!.AsArray()).ToDictionary(e => (string)e!["name"]!, e => e!);
        JsonNode[] taken = [.. shipped.Take.Select(t => t.GetValueKind() == JsonValueKind.String ? questions[(string)t!] : t).Select(e => e.DeepClone())];
        return shipped.Name is null ? taken[0] : new JsonObject { ["type"] = "panel", ["name"] = shipped.Name, ["title"] = shipped.Title!.DeepClone(), ["elements"] = new JsonArray(taken) };
    }

    private static Shipped[] Read()
    {
        using var stream = typeof(ShippedQuestions).Assembly.GetManifestResourceStream("Questionnaires.shipped.json")!;
        return JsonSerializer.Deserialize<Shipped[]>(stream, JsonSerializerOptions.Web)!;
    }
}
