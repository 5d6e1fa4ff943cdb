using System.Globalization;
using System.Text.Json;
using Granary.Access.Auditing;
using Granary.Kernel.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Granary.Host.Tests;

/// <summary>What answers say, in a real browser (docs/cases.md, ANLZ).</summary>
public sealed class AnalysisPageTests(PageHub pages) : PageTest(pages)
{
    [Theory, Trait("Case", "ANLZ-30")]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task A_figure_filters_the_filter_is_in_the_address_and_two_questions_are_crossed(Way way)
    {
        var page = await OpenAsync(way);
        var id = await AnsweredAsync();
        await SignInAsync(page, "head", $"/questionnaires/{id}/analysis");
        await page.GetByText(way.Of("30 complete responses", "有效答卷 30 份")).WaitForAsync();
        await IsWellAsync(page);

        // Twenty chose "good"; of these the page then speaks.
        var choice = page.Locator("section", new() { HasText = "Service" }).First;
        await choice.GetByRole(AriaRole.Button, new() { Name = "20", Exact = true }).ClickAsync();
        await page.GetByText(way.Of("20 complete responses", "有效答卷 20 份")).WaitForAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("c=service%3Agood"));
        await page.ReloadAsync();
        await page.GetByText(way.Of("20 complete responses", "有效答卷 20 份")).WaitForAsync();
        await page.GetByText("排队").First.WaitForAsync();
        await Button(page, way.Of("Clear filter", "清除条件")).ClickAsync();
        await page.GetByText(way.Of("30 complete responses", "有效答卷 30 份")).WaitForAsync();

        await GoAsync(page, $"/questionnaires/{id}/analysis?tab=cross&row=service&column=again");
        await page.GetByRole(AriaRole.Columnheader, new() { Name = way.Of("Yes", "是"), Exact = true }).WaitForAsync();
        await IsWellAsync(page);
        await GoAsync(page, $"/questionnaires/{id}/analysis?tab=rates");
        await page.GetByRole(AriaRole.Columnheader, new() { Name = way.Of("Completion rate", "完成率"), Exact = true }).First.WaitForAsync();
        await IsWellAsync(page);
    }

    /// <summary>Thirty answers of the head's outlet to a questionnaire of the province; two of three found the service good.</summary>
    private async Task<string> AnsweredAsync()
    {
        var document = JsonSerializer.Serialize(new
        {
            title = "Visit",
            pages = new[]
            {
                new
                {
                    name = "p",
                    elements = new object[]
                    {
                        new { type = "radiogroup", name = "service", title = "Service", choices = new[] { "good", "bad" } }, new { type = "boolean", name = "again", title = "Again" },
                        new { type = "rating", name = "nps", title = "Recommend", rateMin = 0, rateMax = 10 }, new { type = "comment", name = "why", title = "Why" },
                    },
                },
            },
        });
        var customers = Hub.Services.GetServices<AuditedDatabase>().Select(a => a.Database).Single(d => d.Schema == "ocrm");
        return await customers.WriteAsync(async session =>
        {
            var id = (await session.QueryAsync(
                "INSERT INTO ocrm.questionnaire (entity, unit, owner, title, kind, anonymous, state, current, draft, changed_by, changed_at, created_at, version) VALUES ('', '00', '', 'Visit', 'satisfaction', 0, 'published', 1, @document, '', 0, 0, 1) RETURNING id",
                r => r.GetInt64(0), ("document", document)))[0];
            await session.ExecuteAsync("INSERT INTO ocrm.questionnaire_version (questionnaire, number, document, note, published_by, published_at) VALUES (@id, 1, @document, '', '', 0)", ("id", id), ("document", document));
            for (var i = 0; i < 30; i++)
            {
                await session.ExecuteAsync(
                    """
                    INSERT INTO ocrm.response (questionnaire, number, invitation, campaign, party_id, recorded_for, prospect, entity, unit, person, via, language, state, page, answers, score, band, started_at, changed_at, at, version)
                    VALUES (@id, 1, 0, 0, 0, 0, 0, '230521', '2305210102', 'manager', 'qr', 'zh-cn', 'complete', 'p', @answers, 0, '', 0, 0, @at, 1)
                    """,
                    ("id", id), ("answers", JsonSerializer.Serialize(new { service = i % 3 == 0 ? "bad" : "good", again = i % 2 == 0, nps = i % 11, why = "排队时间太长" })), ("at", new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.FromHours(8)).AddDays(i).ToUnixTimeMilliseconds()));
            }

            return id.ToString(CultureInfo.InvariantCulture);
        }, CancellationToken.None);
    }
}
