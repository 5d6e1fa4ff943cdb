using System.Diagnostics;

using System.Text.Json.Nodes;
using Granary.Tests;

[assembly: AssemblyFixture(typeof(Granary.Surveys.Tests.Oracle))]

namespace Granary.Surveys.Tests;

/// <summary>survey-core in one Node process for all tests: a line of JSON in, a line of JSON out. oracle/oracle.js says which.</summary>
public sealed class Oracle : IDisposable
{
    private static readonly string Folder = Path.Combine(Shared.RepositoryRoot, "tests", "Surveys.Tests", "oracle");

    private readonly Lock _turn = new();
    private Process? _node;

    /// <summary>The moment that both engines take for now.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 3, 15, 10, 20, 30, TimeSpan.FromHours(8));

    public JsonObject Ask(JsonObject question)
    {
        question["now"] = Now.ToString("o");
        lock (_turn)
        {
            _node ??= Start();
            _node.StandardInput.WriteLine(question.ToJsonString());
            _node.StandardInput.Flush();
            var line = _node.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"The oracle ended. It was asked {question.ToJsonString()}");
            var answer = JsonNode.Parse(line, documentOptions: new() { MaxDepth = 128 })!.AsObject();
            return answer["failed"] is { } failed ? throw new InvalidOperationException($"survey-core failed with {failed} when asked {question.ToJsonString()}") : answer;
        }
    }

    public void Dispose()
    {
        if (_node is not null)
        {
            _node.StandardInput.Close(); // its input ends, and so does it
            if (!_node.WaitForExit(5000))
            {
                _node.Kill();
            }

            _node.Dispose();
        }
    }

    private static Process Start()
    {
        Assert.SkipUnless(Path.Exists(Path.Combine(Folder, "node_modules", "survey-core")), "survey-core is not installed: npm ci in tests/Surveys.Tests/oracle, which ./test does");
        try
        {
            return Process.Start(new ProcessStartInfo("node", [Path.Combine(Folder, "oracle.js")]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("node is not installed");
            throw;
        }
    }
}
