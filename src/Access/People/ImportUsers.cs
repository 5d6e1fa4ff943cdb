using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Granary.Access.Contracts;
using Granary.Access.Rights;
using Granary.Access.Storage;
using Granary.Kernel.Auditing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Granary.Access.People;

/// <param name="Line">1 is the heading.</param>
public sealed record ImportProblem(int Line, string What);

/// <param name="Users">Made, with their one-time passwords; empty in a dry run.</param>
public sealed record ImportResult(int Lines, int Good, IReadOnlyList<ImportProblem> Problems, IReadOnlyList<MadeUser> Users);

/// <summary>POST /api/users/import: a CSV file with the columns userName, name, mobile, email, role, unit, from, to. All lines or none.</summary>
internal static class ImportUsers
{
    /// <summary>Of the longest file with lines of some 200 characters.</summary>
    private const long MostBytes = 2 * 1024 * 1024;

    private sealed record Line(int Number, string UserName, string Name, string Mobile, string Email, PostDraft Post);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/users/import", ImportAsync).Accepts<string>("text/csv").WithMetadata(new RequestSizeLimitAttribute(MostBytes)).Requires(Permission.UsersEdit)
            .WithName("ImportUsers").WithSummary("Users from a CSV file; dryRun=true only looks");

    private static async Task<Results<Ok<ImportResult>, ProblemHttpResult>> ImportAsync(
        HttpRequest request, bool? dryRun, Caller caller, UserManager<Person> people, AccessDatabase database, RightsBook book, IProposals proposals, AccessLimits limits, TimeProvider clock,
        CancellationToken cancellation)
    {
        var (state, tree) = await book.NowAsync(cancellation);
        using var text = new StreamReader(request.Body);
        var (lines, problems) = Read(await text.ReadToEndAsync(cancellation), limits.ImportLines);
        var taken = (await database.ReadAsync(s => s.QueryAsync("SELECT normal_name FROM access.person", r => r.GetString(0)), cancellation)).ToHashSet(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (!taken.Add(PersonStore.Normal(line.UserName)))
            {
                problems.Add(new ImportProblem(line.Number, $"The user name {line.UserName} is taken."));
            }
            else if (ChangeUsers.FaultOf(line.Post, state, tree, caller) is { } fault)
            {
                problems.Add(new ImportProblem(line.Number, fault.ProblemDetails.Detail!));
            }
        }

        var bad = problems.Select(p => p.Line).ToHashSet();
        var good = lines.Count(l => !bad.Contains(l.Number));
        if (dryRun == true || problems.Count > 0)
        {
            return TypedResults.Ok(new ImportResult(lines.Count, good, [.. problems.OrderBy(p => p.Line)], []));
        }

        var made = new List<MadeUser>();
        foreach (var line in lines)
        {
            var (person, password, refusal) = await NewPerson.CreateAsync(people, line.UserName, line.Name, line.Mobile, line.Email, clock);
            if (refusal is not null)
            {
                // A name with letters that are not allowed, or one that was taken this moment: said, and the others go on.
                problems.Add(new ImportProblem(line.Number, refusal.ProblemDetails.Detail!));
                continue;
            }

            await database.WriteAsync(session => AuditTrail.AppendAsync(session, "access", clock.GetUtcNow().ToUnixTimeMilliseconds(),
                new AuditEntry(caller.UserName, caller.From, "user.create", line.UserName, "import", "", line.Name)), cancellation);
            made.Add(new MadeUser(line.UserName, password!, [await proposals.ProposeAsync(PostChange.Add(person!, line.Post, caller), caller, cancellation)]));
        }

        return TypedResults.Ok(new ImportResult(lines.Count, made.Count, problems, made));
    }

    private static (List<Line> Lines, List<ImportProblem> Problems) Read(string csv, int most)
    {
        var lines = new List<Line>();
        var problems = new List<ImportProblem>();
        using var reader = new CsvReader(new StringReader(csv), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            PrepareHeaderForMatch = h => h.Header.Trim().ToUpperInvariant(), MissingFieldFound = null, BadDataFound = null, TrimOptions = TrimOptions.Trim,
        });
        if (!reader.Read() || !reader.ReadHeader())
        {
            problems.Add(new ImportProblem(1, "The file is empty: the first line names the columns userName, name, mobile, email, role, unit, from, to."));
            return (lines, problems);
        }

        while (reader.Read())
        {
            var number = reader.Parser.Row;
            if (lines.Count >= most)
            {
                problems.Add(new ImportProblem(number, $"A file has at most {most} lines."));
                break;
            }

            string Field(string name) => reader.TryGetField<string>(name, out var value) ? value ?? "" : "";
            DateOnly? Day(string name) => DateOnly.TryParseExact(Field(name), "yyyy-MM-dd", out var day) ? day : null;
            if (Field("userName").Length < 2 || Field("name").Length == 0 || Day("from") is null || (Field("to").Length > 0 && Day("to") is null))
            {
                problems.Add(new ImportProblem(number, "A line needs userName, name, role, unit and from (YYYY-MM-DD)."));
                continue;
            }

            lines.Add(new Line(number, Field("userName"), Field("name"), Field("mobile"), Field("email"), new PostDraft(Field("role"), Field("unit"), Day("from"), Day("to"))));
        }

        return (lines, problems);
    }
}
