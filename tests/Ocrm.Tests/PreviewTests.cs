using System.Text.Json;
using Granary.Tests;

namespace Granary.Ocrm.Tests;

/// <summary>The designer's preview: nothing is stored, so one engine tells all (docs/cases.md, DSGN).</summary>
public sealed class PreviewTests
{
    private static readonly JsonElement Document = JsonElement.Parse("""
        {"title":"T","completedHtml":"Your score is {score}","quotas":[{"name":"glad","limit":5,"expression":"{happy} = 'yes'"}],"pages":[
          {"name":"one","elements":[{"type":"radiogroup","name":"happy","isRequired":true,"title":{"default":"高兴吗","en":"<b>Happy?"},"choices":[{"value":"yes","score":3},{"value":"no","score":1}]}]},
          {"name":"two","elements":[{"type":"text","name":"why","title":"Why {happy}?"}]}]}
        """);

    [Fact, Trait("Case", "DSGN-14")]
    public async Task The_preview_takes_a_page_as_the_answer_page_does_and_keeps_nothing()
    {
        await using var desk = await Desk.StartAsync(new Engine.Sqlite(), follow: false);
        var first = await TryAsync(desk, new { document = Document, language = "en" });
        Assert.Equal("one", first.GetProperty("page").GetString());
        Assert.Contains("&lt;b&gt;Happy?", first.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", first.GetProperty("html").GetString(), StringComparison.Ordinal);

        var missing = await TryAsync(desk, new { document = Document, language = "en", form = Form("one", "happy") });
        Assert.Equal("one", missing.GetProperty("page").GetString());
        var next = await TryAsync(desk, new { document = Document, language = "zh-cn", form = Form("one", "happy", ("happy", "0")) });
        Assert.Equal(("two", 3, "glad"), (next.GetProperty("page").GetString(), next.GetProperty("score").GetDouble(), next.GetProperty("quotas")[0].GetString()));
        Assert.Contains("Why yes?", next.GetProperty("html").GetString(), StringComparison.Ordinal);

        var end = await TryAsync(desk, new { document = Document, language = "en", answers = next.GetProperty("answers"), form = Form("two", "why", ("why", "so")) });
        Assert.Equal("", end.GetProperty("page").GetString());
        Assert.Contains("Your score is 3", end.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Equal(400, (await desk.SendAsync(HttpMethod.Post, "/questionnaires/preview", new { document = new { } })).Status);
    }

    private static string[][] Form(string page, string asked, params (string Name, string Value)[] fields) =>
        [["{page}", page], ["{q}", asked], ["{do}", "next"], .. fields.Select(f => new[] { f.Name, f.Value })];

    private static async Task<JsonElement> TryAsync(Desk desk, object body)
    {
        var (status, view) = await desk.SendAsync(HttpMethod.Post, "/questionnaires/preview", body);
        Assert.Equal(200, status);
        return view;
    }
}
