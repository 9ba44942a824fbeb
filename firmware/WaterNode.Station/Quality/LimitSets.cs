using WaterNode.Station.Wire;

namespace WaterNode.Station.Quality
{
    /// <summary>The standards that a station can be set to: the one place where limits stand, as far as they could be read (measurement.md, section 1).</summary>
    /// <remarks>A set is built when it is asked for, so that a station holds one in memory and no initialiser depends on another class's.</remarks>
    public static class LimitSets
    {
        public const string DefaultId = "sls-614-2013/1";

        private const char Line = '\n', Column = ' ', Point = '.';

        private const string Range = "..", SameSource = "=", VerifiedWord = "verified", SolidsName = "tds";

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
            string text = TextOf(id);
            if (text.Length == 0)
            {
                return null;
            }

            string[] lines = text.Split(Line);
            int bar = lines[0].IndexOf('|');
            var limits = new Limit[lines.Length - 1];
            string source = "";
            for (int i = 0; i < limits.Length; i++)
            {
                limits[i] = LimitIn(lines[i + 1], source);
                source = limits[i].Source;
            }

            return new LimitSet(id, lines[0].Substring(0, bar), lines[0].Substring(bar + 1), limits);
        }

        /// <param name="line">Channel, range in the channel's display unit (TDS in mg/L), whether it is verified, source; <c>=</c> is that of the line before.</param>
        private static Limit LimitIn(string line, string sourceBefore)
        {
            int range = line.IndexOf(Column) + 1;
            int mark = line.IndexOf(Column, range) + 1;
            int end = line.IndexOf(Column, mark);
            int dots = line.IndexOf(Range, range);
            string name = line.Substring(0, range - 1);
            string source = line.Substring(end + 1);
            return new Limit(
                name == SolidsName ? Limit.DissolvedSolids : Channel.IndexOf(name),
                Number(line.Substring(range, dots - range)),
                Number(line.Substring(dots + Range.Length, mark - 1 - dots - Range.Length)),
                line.Substring(mark, end - mark) == VerifiedWord,
                source == SameSource ? sourceBefore : source);
        }

        /// <summary>A plain number, the same in every country.</summary>
        private static double Number(string text)
        {
            double digits = 0;
            double unit = 1;
            int point = text.IndexOf(Point);
            for (int i = 0; i < text.Length; i++)
            {
                digits = i == point ? digits : (digits * 10) + (text[i] - '0');
                unit = point >= 0 && i > point ? unit * 10 : unit;
            }

            return text.Length == 0 ? Limit.None : digits / unit;
        }

        /// <summary>Title and date, then a line for each limit. Text, because as statements the sets would be the largest piece of code in the station.</summary>
        private static string TextOf(string id)
        {
            switch (id)
            {
                case "sls-614-2013/1":
                    return "Sri Lanka SLS 614:2013|2013\n"
                        + "as ..10 verified SLS 614:2013 (copy at kupdf.net); doi 10.1038/s41598-020-75336-7, table 1\n"
                        + "f ..1 verified =\n"
                        + "ph 6.5..8.5 verified =\n"
                        + "tds ..500 verified =";
                case "who-2022/1":
                    return "WHO Guidelines for drinking-water quality, 4th edition with addenda, 2022|2022\n"
                        + "as ..10 verified provisional; doi 10.1371/journal.pone.0263505; FAO y4263e\n"
                        + "f ..1.5 verified waterquality.de WHOCHEM (summary of the 2nd edition)\n"
                        + "ph 6.5..8.5 unverified operational range only, no health-based value; not read in the 2022 text\n"
                        + "tds ..1200 verified WHO background document: no health-based value; the taste is unacceptable above this, good below 600";
                case "bd-ecr-1997/1":
                    return "Bangladesh ECR 1997|1997\n"
                        + "as ..50 verified table of limits of the British Geological Survey; the rules of 2 March 2023 replaced it, their schedule was not seen\n"
                        + "f ..1 verified read in a source that quotes ECR 1997; the rules of 2 March 2023 replaced it, their schedule was not seen\n"
                        + "ph 6.5..8.5 unverified general knowledge, not confirmed in any source\n"
                        + "tds ..1000 unverified =";
                case "is-10500-2012-acceptable/1":
                    return "India IS 10500:2012, acceptable limit|2012\n"
                        + "as ..10 verified IS 10500:2012, acceptable limit, two agreeing sources\n"
                        + "f ..1 verified =\n"
                        + "ph 6.5..8.5 verified =\n"
                        + "tds ..500 verified =";
                case "is-10500-2012-permissible/1":
                    return "India IS 10500:2012, permissible limit|2012\n"
                        + "as ..50 unverified 50 in the text of 2012; the amendment of 2015 is said to allow no relaxation of 10, which was not confirmed\n"
                        + "f ..1.5 verified IS 10500:2012, permissible limit in the absence of an alternate source, two agreeing sources\n"
                        + "ph 6.5..8.5 verified IS 10500:2012, permissible limit in the absence of an alternate source, two agreeing sources; no relaxation\n"
                        + "tds ..2000 verified IS 10500:2012, permissible limit in the absence of an alternate source, two agreeing sources";
                case "gb-5749-2022/1":
                    return "China GB 5749-2022|2023-04-01\n"
                        + "as ..10 unverified general knowledge, not confirmed in any source\n"
                        + "f ..1 unverified =\n"
                        + "ph 6.5..8.5 unverified =\n"
                        + "tds ..1000 unverified =";
                case "gb-5749-2022-small/1":
                    return "China GB 5749-2022, small and decentralised supplies|2023-04-01\n"
                        + "as ..10 unverified general knowledge, not confirmed in any source\n"
                        + "f ..1.2 unverified =\n"
                        + "ph 6.5..8.5 unverified =\n"
                        + "tds ..1000 unverified =";
                case "kh-2004/1":
                    return "Cambodia, drinking water quality standards 2004|2004\n"
                        + "as ..50 unverified general knowledge, not confirmed in any source\n"
                        + "f ..1.5 unverified =\n"
                        + "ph 6.5..8.5 unverified =\n"
                        + "tds ..800 unverified =";
                case "la-2009/1":
                    return "Laos, Agreement of 2009|2009\n"
                        + "as ..50 unverified general knowledge, not confirmed in any source\n"
                        + "f ..1.5 unverified =\n"
                        + "ph 6.5..8.5 verified Agreement of 2009, businessdocbox.com 104347508\n"
                        + "ec ..1000 verified =\n"
                        + "tds ..600 verified =";
                case "mm-ndwqs-2014/1":
                    return "Myanmar, national drinking water quality standards 2014|2014\n"
                        + "as ..50 unverified general knowledge, not confirmed in any source\n"
                        + "f ..1.5 unverified =\n"
                        + "ph 6.5..8.5 unverified =\n"
                        + "tds ..1000 unverified =";
                case "th-tis-257-acceptable/1":
                    return "Thailand TIS 257, maximum acceptable|\n"
                        + "as ..50 verified siammachinery and mtwaterthailand, quoting TIS 257\n"
                        + "f ..0.7 verified =\n"
                        + "ph 6.5..8.5 verified =\n"
                        + "tds ..500 unverified siammachinery and mtwaterthailand, quoting TIS 257; a limit of total solids, of which the dissolved ones are a part";
                case "th-tis-257-allowable/1":
                    return "Thailand TIS 257, maximum allowable|\n"
                        + "as ..50 verified siammachinery and mtwaterthailand, quoting TIS 257\n"
                        + "f ..1 verified =\n"
                        + "ph 6.5..9.2 verified =\n"
                        + "tds ..1500 unverified siammachinery and mtwaterthailand, quoting TIS 257; a limit of total solids, of which the dissolved ones are a part";
                case "th-doh-2020/1":
                    return "Thailand, Department of Health 2020, tap water|2020\n"
                        + "as ..10 unverified general knowledge, not confirmed in any source\n"
                        + "f ..0.7 unverified =";
                case "qcvn-01-1-2018/1":
                    return "Vietnam QCVN 01-1:2018|2018\n"
                        + "as ..10 verified QCVN 01-1:2018, congnghexulynuocmet; the edition of 2024 was not seen\n"
                        + "f ..1.5 unverified general knowledge, not confirmed in any source\n"
                        + "ph 6..8.5 verified QCVN 01-1:2018, congnghexulynuocmet; the edition of 2024 was not seen\n"
                        + "tds ..1000 unverified general knowledge, not confirmed in any source";
                case "np-ndwqs-2062/1":
                    return "Nepal NDWQS 2062|2062 (Bikram Sambat)\n"
                        + "as ..50 verified NDWQS 2062, scribd 457717588 and amarnepal.com; the edition of 2079 was not seen\n"
                        + "f 0.5..1.5 verified NDWQS 2062, scribd 457717588 and amarnepal.com; the edition of 2079 was not seen; less than 0.5 is a want of fluoride, not a danger in the water\n"
                        + "ph 6.5..8.5 verified NDWQS 2062, scribd 457717588 and amarnepal.com; the edition of 2079 was not seen\n"
                        + "ec ..1500 verified =\n"
                        + "tds ..1000 verified =";
                case "ozdst-950-2011/1":
                    return "Uzbekistan O'zDSt 950:2011|2011\n"
                        + "as ..50 unverified general knowledge, not confirmed in any source\n"
                        + "f ..0.7 unverified =\n"
                        + "ph 6..9 unverified =\n"
                        + "tds ..1000 unverified general knowledge, not confirmed in any source; 1500 by permission";
                case "kz-dsm-138-2022/1":
                    return "Kazakhstan, order DSM-138 of 24 November 2022|2022-11-24\n"
                        + "as ..50 unverified general knowledge, not confirmed in any source\n"
                        + "f ..1.2 unverified general knowledge, not confirmed in any source; 1.5 or 1.2 by climate, the lower one is taken\n"
                        + "ph 6..9 verified maek.kz\n"
                        + "tds ..1000 verified maek.kz; 1500 by the chief sanitary doctor, prg.kz 37714112";
                default:
                    return "";
            }
        }
    }
}
