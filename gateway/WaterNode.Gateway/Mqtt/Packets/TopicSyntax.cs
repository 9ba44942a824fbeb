namespace WaterNode.Gateway.Mqtt.Packets;

/// <summary>Topic names and topic filters, section 4.7.</summary>
public static class TopicSyntax
{
    /// <summary>A name that can be published to: not empty, no wildcards.</summary>
    public static bool IsName(string topic) => topic.Length > 0 && !topic.AsSpan().ContainsAny('+', '#');

    /// <summary>A name in which whole levels may be <c>+</c>, and the last one <c>#</c>.</summary>
    public static bool IsFilter(string filter)
    {
        if (filter.Length == 0) return false;
        for (int i = 0; i < filter.Length; i++)
        {
            if (filter[i] is not ('+' or '#')) continue;
            bool beginsLevel = i == 0 || filter[i - 1] == '/';
            bool endsFilter = i == filter.Length - 1;
            bool endsLevel = endsFilter || (filter[i] == '+' && filter[i + 1] == '/');
            if (!beginsLevel || !endsLevel) return false;
        }

        return true;
    }

    /// <param name="filter">A valid filter.</param>
    /// <param name="topic">A valid name. One that begins with <c>$</c> is not matched by a wildcard in the first level (4.7.2).</param>
    public static bool Matches(string filter, string topic)
    {
        if (topic[0] == '$' && filter[0] is ('+' or '#')) return false;

        int inFilter = 0;
        int inTopic = 0;
        while (true)
        {
            int filterEnd = LevelEnd(filter, inFilter);
            int topicEnd = LevelEnd(topic, inTopic);
            var level = filter.AsSpan(inFilter, filterEnd - inFilter);
            if (level is "#") return true;
            if (level is not "+" && !level.SequenceEqual(topic.AsSpan(inTopic, topicEnd - inTopic))) return false;

            // "sport/#" matches "sport" too.
            if (topicEnd == topic.Length) return filterEnd == filter.Length || filter.AsSpan(filterEnd) is "/#";
            if (filterEnd == filter.Length) return false;
            inFilter = filterEnd + 1;
            inTopic = topicEnd + 1;
        }
    }

    private static int LevelEnd(string text, int start)
    {
        int slash = text.IndexOf('/', start);
        return slash < 0 ? text.Length : slash;
    }
}
