namespace Granary.Host.Children;

/// <summary>Waiting until a child answers.</summary>
internal static class Readiness
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(50);

    /// <exception cref="UserError">It ended, or did not answer in time; with its last words.</exception>
    public static async Task WaitAsync(ChildProcess child, Uri health, TimeSpan within, CancellationToken cancellation)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(within);
        try
        {
            while (!await AnswersAsync(http, health, patience.Token))
            {
                if (child.HasExited)
                {
                    throw new ChildEndedException($"{child.Name} ended with code {child.ExitCode} while starting:{Environment.NewLine}{child.LastWords}");
                }

                await Task.Delay(AskAgain, patience.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new UserError($"{child.Name} did not start within {within.TotalSeconds:0} s:{Environment.NewLine}{child.LastWords}");
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient http, Uri health, CancellationToken cancellation)
    {
        try
        {
            using var response = await http.GetAsync(health, cancellation);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false; // this one request took too long
        }
    }
}

/// <summary>A child ended while it was waited for.</summary>
internal sealed class ChildEndedException(string message) : Exception(message);
