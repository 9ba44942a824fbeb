using WaterNode.Station.Wire;

namespace WaterNode.Station.Quality
{
    /// <summary>The standards that a station can be set to: the one place where limits stand, as far as they could be read (measurement.md, section 1).</summary>
    /// <remarks>A set is built when it is asked for, so that a station holds one in memory and no initialiser depends on another class's.</remarks>
    public static class LimitSets
    {
        public const string DefaultId = "sls-614-2013/1";

        private const bool Verified = true, Unverified = false;

        private const string NotRead = "general knowledge, not confirmed in any source";
        private const string Bgs = "table of limits of the British Geological Survey";
        private const string Tis = "siammachinery and mtwaterthailand, quoting TIS 257";

        private static readonly string[] KnownIds =
        {
            "sls-614-2013/1", "who-2022/1", "bd-ecr-1997/1", "is-10500-2012-acceptable/1", "is-10500-2012-permissible/1", "gb-5749-2022/1",
            "gb-5749-2022-small/1", "kh-2004/1", "la-2009/1", "mm-ndwqs-2014/1", "th-tis-257-acceptable/1", "th-tis-257-allowable/1", "th-doh-2020/1",
            "qcvn-01-1-2018/1", "np-ndwqs-2062/1", "ozdst-950-2011/1", "kz-dsm-138-2022/1",
        };

        /// <summary>The ids of all sets, in the order in which people are shown them; a new array at each call.</summary>
        public static string[] Ids()
        {
            string[] ids = new string[KnownIds.Length];
            System.Array.Copy(KnownIds, 0, ids, 0, ids.Length);
            return ids;
        }

        /// <returns>True when there is a set of that id; nothing is built for the answer.</returns>
        public static bool Has(string id)
        {
            for (int i = 0; i < KnownIds.Length; i++)
            {
                string known = KnownIds[i];
                if (known == id)
                {
                    return true;
                }
            }

            return false;
        }

        /// <returns>The limit set of that id, or null.</returns>
        public static LimitSet Find(string id)
        {
            switch (id)
            {
                case "sls-614-2013/1": return Sls();
                case "who-2022/1": return Who();
                case "bd-ecr-1997/1": return Bangladesh();
                case "is-10500-2012-acceptable/1": return IndiaAcceptable();
                case "is-10500-2012-permissible/1": return IndiaPermissible();
                case "gb-5749-2022/1": return China(id, "China GB 5749-2022", 1.0);
                case "gb-5749-2022-small/1": return China(id, "China GB 5749-2022, small and decentralised supplies", 1.2);
                case "kh-2004/1": return Cambodia();
                case "la-2009/1": return Laos();
                case "mm-ndwqs-2014/1": return Myanmar();
                case "th-tis-257-acceptable/1": return Thailand(id, "Thailand TIS 257, maximum acceptable", 0.7, 8.5, 500);
                case "th-tis-257-allowable/1": return Thailand(id, "Thailand TIS 257, maximum allowable", 1.0, 9.2, 1500);
                case "th-doh-2020/1": return ThailandTap();
                case "qcvn-01-1-2018/1": return Vietnam();
                case "np-ndwqs-2062/1": return Nepal();
                case "ozdst-950-2011/1": return Uzbekistan();
                case "kz-dsm-138-2022/1": return Kazakhstan();
                default: return null;
            }
        }

        private static LimitSet Sls()
        {
            const string source = "SLS 614:2013 (copy at kupdf.net); doi 10.1038/s41598-020-75336-7, table 1";
            return new LimitSet("sls-614-2013/1", "Sri Lanka SLS 614:2013", "2013", new Limit[]
            {
                AtMost(Channel.As, 10, Verified, source),
                AtMost(Channel.F, 1.0, Verified, source),
                new Limit(Channel.Ph, 6.5, 8.5, Verified, source),
                AtMost(Limit.DissolvedSolids, 500, Verified, source),
            });
        }

        private static LimitSet Who()
        {
            return new LimitSet("who-2022/1", "WHO Guidelines for drinking-water quality, 4th edition with addenda, 2022", "2022", new Limit[]
            {
                AtMost(Channel.As, 10, Verified, "provisional; doi 10.1371/journal.pone.0263505; FAO y4263e"),
                AtMost(Channel.F, 1.5, Verified, "waterquality.de WHOCHEM (summary of the 2nd edition)"),
                new Limit(Channel.Ph, 6.5, 8.5, Unverified, "operational range only, no health-based value; not read in the 2022 text"),
                AtMost(Limit.DissolvedSolids, 1200, Verified, "WHO background document: no health-based value; the taste is unacceptable above this, good below 600"),
            });
        }

        private static LimitSet Bangladesh()
        {
            return new LimitSet("bd-ecr-1997/1", "Bangladesh ECR 1997", "1997", new Limit[]
            {
                AtMost(Channel.As, 50, Verified, Bgs + "; the rules of 2 March 2023 replaced it, their schedule was not seen"),
                AtMost(Channel.F, 1.0, Verified, "read in a source that quotes ECR 1997; the rules of 2 March 2023 replaced it, their schedule was not seen"),
                new Limit(Channel.Ph, 6.5, 8.5, Unverified, NotRead),
                AtMost(Limit.DissolvedSolids, 1000, Unverified, NotRead),
            });
        }

        private static LimitSet IndiaAcceptable()
        {
            const string source = "IS 10500:2012, acceptable limit, two agreeing sources";
            return new LimitSet("is-10500-2012-acceptable/1", "India IS 10500:2012, acceptable limit", "2012", new Limit[]
            {
                AtMost(Channel.As, 10, Verified, source),
                AtMost(Channel.F, 1.0, Verified, source),
                new Limit(Channel.Ph, 6.5, 8.5, Verified, source),
                AtMost(Limit.DissolvedSolids, 500, Verified, source),
            });
        }

        private static LimitSet IndiaPermissible()
        {
            const string source = "IS 10500:2012, permissible limit in the absence of an alternate source, two agreeing sources";
            return new LimitSet("is-10500-2012-permissible/1", "India IS 10500:2012, permissible limit", "2012", new Limit[]
            {
                // Nobody is told that 40 is safe on the strength of a number that was perhaps withdrawn.
                AtMost(Channel.As, 50, Unverified, "50 in the text of 2012; the amendment of 2015 is said to allow no relaxation of 10, which was not confirmed"),
                AtMost(Channel.F, 1.5, Verified, source),
                new Limit(Channel.Ph, 6.5, 8.5, Verified, source + "; no relaxation"),
                AtMost(Limit.DissolvedSolids, 2000, Verified, source),
            });
        }

        private static LimitSet China(string id, string title, double fluoride)
        {
            return new LimitSet(id, title, "2023-04-01", new Limit[]
            {
                AtMost(Channel.As, 10, Unverified, NotRead),
                AtMost(Channel.F, fluoride, Unverified, NotRead),
                new Limit(Channel.Ph, 6.5, 8.5, Unverified, NotRead),
                AtMost(Limit.DissolvedSolids, 1000, Unverified, NotRead),
            });
        }

        private static LimitSet Cambodia()
        {
            return new LimitSet("kh-2004/1", "Cambodia, drinking water quality standards 2004", "2004", new Limit[]
            {
                AtMost(Channel.As, 50, Unverified, NotRead),
                AtMost(Channel.F, 1.5, Unverified, NotRead),
                new Limit(Channel.Ph, 6.5, 8.5, Unverified, NotRead),
                AtMost(Limit.DissolvedSolids, 800, Unverified, NotRead),
            });
        }

        private static LimitSet Laos()
        {
            const string source = "Agreement of 2009, businessdocbox.com 104347508";
            return new LimitSet("la-2009/1", "Laos, Agreement of 2009", "2009", new Limit[]
            {
                AtMost(Channel.As, 50, Unverified, NotRead),
                AtMost(Channel.F, 1.5, Unverified, NotRead),
                new Limit(Channel.Ph, 6.5, 8.5, Verified, source),
                AtMost(Channel.Ec, 1000, Verified, source),
                AtMost(Limit.DissolvedSolids, 600, Verified, source),
            });
        }

        private static LimitSet Myanmar()
        {
            return new LimitSet("mm-ndwqs-2014/1", "Myanmar, national drinking water quality standards 2014", "2014", new Limit[]
            {
                AtMost(Channel.As, 50, Unverified, NotRead),
                AtMost(Channel.F, 1.5, Unverified, NotRead),
                new Limit(Channel.Ph, 6.5, 8.5, Unverified, NotRead),
                AtMost(Limit.DissolvedSolids, 1000, Unverified, NotRead),
            });
        }

        private static LimitSet Thailand(string id, string title, double fluoride, double phHigh, double totalSolids)
        {
            return new LimitSet(id, title, "", new Limit[]
            {
                AtMost(Channel.As, 50, Verified, Tis),
                AtMost(Channel.F, fluoride, Verified, Tis),
                new Limit(Channel.Ph, 6.5, phHigh, Verified, Tis),

                // The number is read, but it is one of another quantity: below it the dissolved part proves nothing.
                AtMost(Limit.DissolvedSolids, totalSolids, Unverified, Tis + "; a limit of total solids, of which the dissolved ones are a part"),
            });
        }

        private static LimitSet ThailandTap()
        {
            return new LimitSet("th-doh-2020/1", "Thailand, Department of Health 2020, tap water", "2020", new Limit[]
            {
                AtMost(Channel.As, 10, Unverified, NotRead),
                AtMost(Channel.F, 0.7, Unverified, NotRead),
            });
        }

        private static LimitSet Vietnam()
        {
            const string source = "QCVN 01-1:2018, congnghexulynuocmet; the edition of 2024 was not seen";
            return new LimitSet("qcvn-01-1-2018/1", "Vietnam QCVN 01-1:2018", "2018", new Limit[]
            {
                AtMost(Channel.As, 10, Verified, source),
                AtMost(Channel.F, 1.5, Unverified, NotRead),
                new Limit(Channel.Ph, 6.0, 8.5, Verified, source),
                AtMost(Limit.DissolvedSolids, 1000, Unverified, NotRead),
            });
        }

        private static LimitSet Nepal()
        {
            const string source = "NDWQS 2062, scribd 457717588 and amarnepal.com; the edition of 2079 was not seen";
            return new LimitSet("np-ndwqs-2062/1", "Nepal NDWQS 2062", "2062 (Bikram Sambat)", new Limit[]
            {
                AtMost(Channel.As, 50, Verified, source),
                new Limit(Channel.F, 0.5, 1.5, Verified, source + "; less than 0.5 is a want of fluoride, not a danger in the water"),
                new Limit(Channel.Ph, 6.5, 8.5, Verified, source),
                AtMost(Channel.Ec, 1500, Verified, source),
                AtMost(Limit.DissolvedSolids, 1000, Verified, source),
            });
        }

        private static LimitSet Uzbekistan()
        {
            return new LimitSet("ozdst-950-2011/1", "Uzbekistan O'zDSt 950:2011", "2011", new Limit[]
            {
                AtMost(Channel.As, 50, Unverified, NotRead),
                AtMost(Channel.F, 0.7, Unverified, NotRead),
                new Limit(Channel.Ph, 6, 9, Unverified, NotRead),
                AtMost(Limit.DissolvedSolids, 1000, Unverified, NotRead + "; 1500 by permission"),
            });
        }

        private static LimitSet Kazakhstan()
        {
            return new LimitSet("kz-dsm-138-2022/1", "Kazakhstan, order DSM-138 of 24 November 2022", "2022-11-24", new Limit[]
            {
                AtMost(Channel.As, 50, Unverified, NotRead),
                AtMost(Channel.F, 1.2, Unverified, NotRead + "; 1.5 or 1.2 by climate, the lower one is taken"),
                new Limit(Channel.Ph, 6, 9, Verified, "maek.kz"),
                AtMost(Limit.DissolvedSolids, 1000, Verified, "maek.kz; 1500 by the chief sanitary doctor, prg.kz 37714112"),
            });
        }

        private static Limit AtMost(int channelIndex, double high, bool isVerified, string source)
        {
            return new Limit(channelIndex, Limit.None, high, isVerified, source);
        }
    }
}
