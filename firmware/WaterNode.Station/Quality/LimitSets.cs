using WaterNode.Station.Wire;

namespace WaterNode.Station.Quality
{
    /// <summary>The standards that a station can be set to. Dissolved solids have no limit here yet: their verdict needs the site's own factor.</summary>
    public static class LimitSets
    {
        public const string DefaultId = "sls-614-2013/1";

        public static readonly LimitSet[] All =
        {
            new LimitSet("sls-614-2013/1", "Sri Lanka SLS 614:2013", new Limit[]
            {
                new Limit(Channel.As, Limit.None, 10, true, "SLS 614:2013 (copy at kupdf.net); doi 10.1038/s41598-020-75336-7, table 1"),
                new Limit(Channel.F, Limit.None, 1.0, true, "SLS 614:2013 (copy at kupdf.net); doi 10.1038/s41598-020-75336-7, table 1"),
                new Limit(Channel.Ph, 6.5, 8.5, true, "SLS 614:2013 (copy at kupdf.net); doi 10.1038/s41598-020-75336-7, table 1"),
            }),
            new LimitSet("who-2022/1", "WHO Guidelines for drinking-water quality, 4th edition with addenda, 2022", new Limit[]
            {
                new Limit(Channel.As, Limit.None, 10, true, "provisional; doi 10.1371/journal.pone.0263505; FAO y4263e"),
                new Limit(Channel.F, Limit.None, 1.5, true, "waterquality.de WHOCHEM (summary of the 2nd edition)"),
                new Limit(Channel.Ph, 6.5, 8.5, false, "operational range only, no health-based value; not read in the 2022 text"),
            }),
        };

        /// <returns>The limit set of that id, or null.</returns>
        public static LimitSet Find(string id)
        {
            for (int i = 0; i < All.Length; i++)
            {
                LimitSet set = All[i];
                if (set.Id == id)
                {
                    return set;
                }
            }

            return null;
        }
    }
}
