using System.ComponentModel;
using System.Diagnostics;

namespace WaterNode.Gateway.Tests.Mqtt;

/// <summary>The ordinary clients mosquitto_pub and mosquitto_sub, as other people use them.</summary>
internal sealed class MosquittoClient : IDisposable
{
    private static readonly TimeSpan ExitDeadline = TimeSpan.FromSeconds(30);
    private readonly Process _process;

    private MosquittoClient(Process process) => _process = process;

    /// <summary>Skips the test, saying so, when the programs are not installed.</summary>
    public static MosquittoClient Start(string program, int port, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, ["-h", "127.0.0.1", "-p", $"{port}", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return new MosquittoClient(Process.Start(start)!);
        }
        catch (Win32Exception)
        {
            Assert.Inconclusive($"{program} is not installed (Debian: mosquitto-clients).");
            throw;
        }
    }

    public static async Task<int> Run(string program, int port, params string[] arguments)
    {
        using var client = Start(program, port, arguments);
        return await client.Exit();
    }

    public async Task<string?> NextLine() => await _process.StandardOutput.ReadLineAsync().WaitAsync(ExitDeadline);

    /// <summary>Writes to its standard input and closes that.</summary>
    public async Task WriteLines(IEnumerable<string> lines)
    {
        foreach (string line in lines) await _process.StandardInput.WriteLineAsync(line);
        _process.StandardInput.Close();
    }

    public async Task<string> Errors() => await _process.StandardError.ReadToEndAsync().WaitAsync(ExitDeadline);

    /// <returns>The exit code; 0 is success.</returns>
    public async Task<int> Exit()
    {
        await _process.WaitForExitAsync().WaitAsync(ExitDeadline);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
