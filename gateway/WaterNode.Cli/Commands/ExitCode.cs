using System.CommandLine.Parsing;

namespace WaterNode.Cli.Commands;

/// <summary>Exit codes of the program.</summary>
public static class ExitCode
{
    public const int Good = 0;

    /// <summary>The command could not do its work; standard error says why.</summary>
    public const int Failed = 1;

    /// <summary>An unknown or wrong option.</summary>
    public const int WrongUse = 2;

    /// <summary>The command words of a parse, for example <c>waternode platform child add</c>.</summary>
    public static IEnumerable<string> PathOf(this CommandResult result)
    {
        var words = new Stack<string>();
        for (SymbolResult? at = result; at is CommandResult command; at = at.Parent) words.Push(command.Command.Name);
        return words;
    }
}
