using System;
using WaterNode.Station.Chemistry;
using WaterNode.Station.Quality;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Display
{
    /// <summary>Dissolved solids, which the standards limit, estimated from the conductivity, which the station measures.</summary>
    public sealed class SolidsPage : QuantityPage
    {
        private const string Unit = "mg/L";

        public SolidsPage()
            : base(PageName.Solids, Symbol.Salt)
        {
        }

        protected override void Body(Canvas canvas, StationSnapshot station)
        {
            Reading conductivity = station.ReadingOf(Channel.Ec);
            Limit limit = station.LimitOf(Limit.DissolvedSolids);
            double solids = Estimate(conductivity, out double uncertainty);

            // Buffers and rinse water are nobody's drinking water.
            Verdict verdict = station.IsServiced ? Verdict.None : Verdicts.OfDissolvedSolids(solids, uncertainty, conductivity.Quality, limit);
            bool hasValue = conductivity.HasValue;
            ShowNumber(canvas, hasValue ? WholeOf(solids) : "--", Unit, hasValue ? SpreadOf(uncertainty) : "", verdict);
            ShowLimit(canvas, station, limit);
            bool isPass = conductivity.Quality == QualityFlag.Pass;
            ShowQuality(canvas, station, conductivity, isPass ? TextId.Estimate : WordOf(conductivity.Quality));
        }

        private static double Estimate(Reading conductivity, out double uncertainty)
        {
            double scale = DecimalText.Power10(conductivity.Channel.WireDecimals - conductivity.Channel.DisplayPowerOfTen);
            return DissolvedSolids.MilligramsPerLitre(
                conductivity.Value / scale,
                conductivity.Uncertainty / scale,
                DissolvedSolids.DefaultFactor,
                DissolvedSolids.DefaultRelativeUncertainty,
                out uncertainty);
        }

        private static string WholeOf(double solids)
        {
            return ((long)Math.Floor(solids + 0.5)).ToString();
        }

        /// <summary>The expanded uncertainty, k = 2, rounded up to two digits: of an estimate more would be too many.</summary>
        private static string SpreadOf(double uncertainty)
        {
            return "\u00B1" + TwoDigits.RoundUp((long)Math.Ceiling(2 * uncertainty)).ToString();
        }
    }
}
