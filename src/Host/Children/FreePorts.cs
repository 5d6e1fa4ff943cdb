using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Granary.Host.Children;

/// <summary>
/// Ports for processes that are about to start. Below the range from which the system gives ports to outgoing connections (32768 on Linux):
/// a hub that is killed and started again must find its port free. Random, so that several runs at once seldom meet.
/// </summary>
internal static class FreePorts
{
    private const int First = 20_000;
    private const int Last = 32_000;

    /// <summary>Given out by this process: until its child listens there, a port looks free to the next who asks.</summary>
    private static readonly ConcurrentDictionary<int, bool> Given = new();

    public static int[] Take(int count)
    {
        List<TcpListener> held = [];
        try
        {
            while (held.Count < count)
            {
                var port = Random.Shared.Next(First, Last);
                if (!Given.TryAdd(port, true))
                {
                    continue;
                }

                var listener = new TcpListener(IPAddress.Loopback, port);
                try
                {
                    listener.Start();
                    held.Add(listener);
                }
                catch (SocketException)
                {
                    listener.Dispose(); // taken: try another
                }
            }

            return [.. held.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        }
        finally
        {
            held.ForEach(listener => listener.Dispose());
        }
    }
}
