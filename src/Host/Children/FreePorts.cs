using System.Collections.Concurrent;
using System.Globalization;
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

    /// <summary>
    /// Given out by this process, each by a locked file: until its child listens there, a port looks free to the next who asks, here or in
    /// another process. The locks end with the process, however it ends.
    /// </summary>
    private static readonly ConcurrentBag<FileStream> Given = [];

    private static readonly string Folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"granary-ports-{Environment.UserName}")).FullName;

    public static int[] Take(int count)
    {
        List<TcpListener> held = [];
        try
        {
            while (held.Count < count)
            {
                var port = Random.Shared.Next(First, Last);
                if (!Claim(port))
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

    private static bool Claim(int port)
    {
        try
        {
            Given.Add(new FileStream(Path.Combine(Folder, port.ToString(CultureInfo.InvariantCulture)), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose));
            return true;
        }
        catch (IOException)
        {
            return false; // somebody's already
        }
    }
}
