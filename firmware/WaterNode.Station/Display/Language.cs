namespace WaterNode.Station.Display
{
    /// <summary>Language of the page names. Verdict words and all else stay English until people who speak the language have reviewed them: a wrong word here can make ill.</summary>
    public enum Language
    {
        English = 0,
        Sinhala = 1,
        Tamil = 2,
    }
}
