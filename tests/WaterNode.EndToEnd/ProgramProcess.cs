using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace WaterNode.EndToEnd;

/// <summary>The real program as a process of its own, as a user starts it.</summary>
public sealed class ProgramProcess : IAsyncDisposable
{
    /// <summary>A demonstration may drain for a minute. Less than the tests' own time-out, after which nobody would end the process.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process _process;
    private readonly StringBuilder _errors = new();
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource<string> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ProgramProcess(string[] arguments, string? temporaryFolder)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "waternode.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        if (temporaryFolder is not null) start.Environment["TMPDIR"] = temporaryFolder;
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => OnOutput(line.Data);
        _process.ErrorDataReceived += (_, line) => { lock (_errors) _errors.AppendLine(line.Data); };
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException($"The program ended before it was ready:\n{Errors}"));
    }

    /// <summary>Starts the program and returns when it has printed its ready line.</summary>
    public static async Task<ProgramProcess> Serve(params string[] arguments)
    {
        var program = Begin(arguments);
        try
        {
            await program._ready.Task.WaitAsync(Patience);
            return program;
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs the program to its end.</summary>
    public static async Task<ProgramProcess> RunToEnd(params string[] arguments)
    {
        var program = Begin(arguments);
        try
        {
            await program.Ended();
            return program;
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the program and waits for nothing.</summary>
    /// <param name="temporaryFolder">Where it puts what is temporary; null for the system's place.</param>
    public static ProgramProcess Begin(string[] arguments, string? temporaryFolder = null)
    {
        var program = new ProgramProcess(arguments, temporaryFolder);
        _ = program._ready.Task.ContinueWith(static task => task.Exception, TaskScheduler.Default);
        program._process.Start();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        return program;
    }

    public int ExitCode => _process.ExitCode;

    public string Output => string.Join('\n', _output);

    public string Errors
    {
        get { lock (_errors) return _errors.ToString().Trim(); }
    }

    /// <summary>The address in the ready line that has this scheme.</summary>
    public Uri Address(string scheme) => new(_ready.Task.Result.Split(' ').First(word => word.StartsWith(scheme + "://", StringComparison.Ordinal)));

    /// <summary>Types a line.</summary>
    public async Task Type(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Nobody types any more.</summary>
    public void EndInput() => _process.StandardInput.Close();

    /// <summary>Pulls the plug: SIGKILL, nothing is tidied up.</summary>
    public async Task Kill()
    {
        _process.Kill(entireProcessTree: true);
        await Ended();
    }

    /// <summary>Asks it to end: SIGTERM.</summary>
    public async Task Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await Ended();
    }

    private Task Ended() => _process.WaitForExitAsync().WaitAsync(Patience);

    private void OnOutput(string? line)
    {
        if (line is null) return;
        _output.Enqueue(line);
        if (line.StartsWith("ready ", StringComparison.Ordinal)) _ready.TrySetResult(line);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await Kill();
        _process.Dispose();
    }
}
