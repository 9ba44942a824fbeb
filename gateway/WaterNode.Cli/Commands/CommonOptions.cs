using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using WaterNode.Simulation.Events;
using WaterNode.Station.Quality;
using WaterNode.Tier.Uplink;

namespace WaterNode.Cli.Commands;

/// <summary>Options that several commands share, and how their texts are read.</summary>
public static class CommonOptions
{
    private const double SecondsMax = 24 * 3600;

    public static Option<string> Data(string folder)
    {
        var option = Path("--data", "DIR", "Folder for everything that must survive; made when missing.");
        option.DefaultValueFactory = _ => folder;
        return option!;
    }

    /// <summary>A file or folder; an empty text is a variable that was not set, not a place.</summary>
    public static Option<string?> Path(string name, string form, string what)
    {
        var option = new Option<string?>(name) { Description = what, HelpName = form };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && string.IsNullOrWhiteSpace(result.Tokens[0].Value)) result.AddError($"{name} takes a path, and it is empty");
        });
        return option;
    }

    /// <summary>A token as the parent printed it.</summary>
    public static Option<string?> Token(string what)
    {
        var option = new Option<string?>("--token") { Description = what, HelpName = "T" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && string.IsNullOrWhiteSpace(result.Tokens[0].Value)) result.AddError("--token takes the token that the parent printed, and it is empty");
        });
        return option;
    }

    /// <summary>Reads one event; the error is one line for the person who typed it.</summary>
    private delegate bool EventParser(string text, out StationEvent? parsed, out string error);

    /// <summary>Something that happens to the water or a sensor of one of several stations; may be given again.</summary>
    public static Option<string[]> Events() => Events(StationEvent.Grammar, StationEvent.TryParse);

    /// <summary>Something that happens to the water or a sensor of the only station; may be given again.</summary>
    public static Option<string[]> OwnEvents() => Events(StationEvent.OwnGrammar, StationEvent.TryParseOwn);

    private static Option<string[]> Events(string grammar, EventParser parse)
    {
        var option = new Option<string[]>("--event")
        {
            Description = $"Something that happens to the water or a sensor; may be given again. {grammar}. TIME counts from the start, in wall time. Example: arsenic@20s.",
            HelpName = "EVENT",
        };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (!parse(token.Value, out _, out var error)) result.AddError(error);
        });
        return option;
    }

    /// <summary>The events of texts that the option's validator has let through.</summary>
    public static StationEvent[] EventsOf(string[]? texts) =>
        [.. (texts ?? []).Select(text => StationEvent.TryParse(text, out var parsed, out var error) ? parsed! : throw new ArgumentException(error))];

    public static Option<int> Port(string name, int port, string what) => new(name)
    {
        Description = $"{what} 0 takes any free port.",
        HelpName = "PORT",
        DefaultValueFactory = _ => port,
        CustomParser = result => int.TryParse(Text(result), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= 65535
            ? value : Wrong<int>(result, "a port from 0 to 65535"),
    };

    public static Option<IPAddress> Bind() => new("--bind")
    {
        Description = "Address to listen on; only loopback so far: others wait for accounts and TLS.",
        HelpName = "ADDRESS",
        DefaultValueFactory = _ => IPAddress.Loopback,
        CustomParser = result => IPAddress.TryParse(Text(result), out var address) ? address
            : Text(result) == "localhost" ? IPAddress.Loopback
            : Wrong<IPAddress>(result, "an IP address, for example 127.0.0.1 or 0.0.0.0"),
    };

    /// <summary>The address of a parent tier; a wrong one is a wrong option.</summary>
    public static Option<string?> Parent(string name, string what)
    {
        var option = new Option<string?>(name) { Description = what, HelpName = "URL" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !UplinkOptions.TryAddress(result.Tokens[0].Value, out _, out var error)) result.AddError(error);
        });
        return option;
    }

    /// <summary>The id of a limit set that this program knows.</summary>
    public static Option<string> LimitSet(string what)
    {
        var option = new Option<string>("--limit-set") { Description = what, HelpName = "ID", DefaultValueFactory = _ => LimitSets.DefaultId };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !LimitSets.Has(result.Tokens[0].Value))
                result.AddError($"'{result.Tokens[0].Value}' is no limit set known here: {string.Join(", ", LimitSets.Ids())}");
        });
        return option;
    }

    /// <summary>A time such as 20s, 1.5m or 2h; a bare number is seconds.</summary>
    /// <returns>Null when it is not given; the help names <paramref name="standard"/>, which would otherwise stand there as 00:01:00.</returns>
    public static Option<TimeSpan?> Duration(string name, string standard, string what) => new(name)
    {
        Description = $"{what} A bare number is seconds. [default: {standard}]",
        HelpName = "TIME",
        CustomParser = result => TryDuration(Text(result), out var value) ? value : Wrong<TimeSpan?>(result, "a time such as 20s, 5m or 1h, up to 24h"),
    };

    public static Option<double> Number(string name, double standard, double min, double max, string what) => new(name)
    {
        Description = what,
        HelpName = "N",
        DefaultValueFactory = _ => standard,
        CustomParser = result => double.TryParse(Text(result), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
            ? value : Wrong<double>(result, string.Create(CultureInfo.InvariantCulture, $"a number from {min} to {max}")),
    };

    public static Option<int> Count(string name, int standard, int min, int max, string what) => new(name)
    {
        Description = what,
        HelpName = "N",
        DefaultValueFactory = _ => standard,
        CustomParser = result => int.TryParse(Text(result), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
            ? value : Wrong<int>(result, min == max ? $"{min} only" : $"a whole number from {min} to {max}"),
    };

    /// <summary>Refuses one of two options without the other.</summary>
    public static void GoTogether(Command command, Option first, Option second) => command.Validators.Add(result =>
    {
        if (result.GetResult(first) is null != result.GetResult(second) is null) result.AddError($"{first.Name} and {second.Name} go together");
    });

    public static T Wrong<T>(ArgumentResult result, string expected)
    {
        var option = (result.Parent as OptionResult)?.Option.Name ?? "the argument";
        result.AddError($"'{Text(result)}' is not right for {option}: it takes {expected}");
        return default!;
    }

    public static string Text(ArgumentResult result) => result.Tokens.Count == 1 ? result.Tokens[0].Value : "";

    /// <returns>False unless the text is a positive time of at most a day.</returns>
    public static bool TryDuration(string text, out TimeSpan value)
    {
        value = default;
        if (text.Length == 0) return false;
        double unitSeconds = text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 0 };
        var number = unitSeconds == 0 ? text : text[..^1];
        if (!double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)) return false;
        var seconds = count * (unitSeconds == 0 ? 1 : unitSeconds);
        if (seconds is not (> 0 and <= SecondsMax)) return false;
        value = TimeSpan.FromSeconds(seconds);
        return value > TimeSpan.Zero;
    }
}
