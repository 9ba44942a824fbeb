using System;
using WaterNode.Station.Chemistry;
using WaterNode.Station.Operation;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Sensing
{
    /// <summary>From the voltammograms of a run to a concentration with its uncertainty, and to the gates that it must pass to be believed.</summary>
    public sealed class ArsenicResult
    {
        /// <summary>LOD and LOQ in standard deviations of a blank.</summary>
        private const double DetectionFactor = 3.3, QuantificationFactor = 10;

        /// <summary>A height grows by at least so many standard uncertainties of one, or the standard was not seen.</summary>
        private const double GrowthPerNoiseMin = 10;

        /// <summary>Currents are whole pA.</summary>
        private const double HeightUncertaintyMin = 1;

        private const double CorrelationMin = 0.995;

        /// <summary>Below this the line means nothing.</summary>
        private const double CorrelationUsableMin = 0.9;

        private const double DuplicateDeviationMax = 0.10;

        /// <summary>Duplicates with less than this in the sample are held against it, micrograms per litre: below the strictest limit the scatter of
        /// a share of nearly nothing says nothing.</summary>
        private const double DuplicateFloor = 10;

        private const double SlopeChangeMax = 0.30;
        private const double RecoveryMin = 0.80, RecoveryMax = 1.20;
        private const double HalfTimeShareMin = 0.4, HalfTimeShareMax = 0.6;

        /// <summary>Of the arsenic peak; the peak's place wanders by 1 or 2 mV from scan to scan, which makes some 6 % on a flank, several times that at the worst of its points.</summary>
        private const double FlankShareMax = 0.25;

        /// <summary>What a blank may seem to hold if it were a sample, micrograms per litre.</summary>
        private const double BlankMax = 3;

        private readonly StationConfig _config;
        private readonly ArsenicHistory _history;
        private readonly StrippingPeak _peak = new StrippingPeak();
        private readonly CopperPeak _copper = new CopperPeak();
        private readonly StandardAddition _addition = new StandardAddition();
        private readonly double[] _heights = new double[ArsenicRun.Scans];

        /// <summary>Standard deviation of one blank, for the limit of detection, pA.</summary>
        private double _blankDeviation;

        /// <summary>Standard deviation of one height near the blank in this run, pA, and its degrees of freedom.</summary>
        private double _lowDeviation;
        private double _lowDegrees;

        /// <summary>Deposition time of the sample's scans as a share of the blanks'.</summary>
        private double _timeShare;

        /// <summary>Standard uncertainty of one height by the noise of its scan, pA.</summary>
        private double _heightUncertainty;

        public ArsenicResult(StationConfig config, ArsenicHistory history)
        {
            _config = config;
            _history = history;
        }

        /// <param name="run">With all of its scans.</param>
        public void Evaluate(ArsenicRun run, Reading reading)
        {
            if (!TryFitLine(run))
            {
                reading.Missing(QualityFlag.Fail, Reasons.NoStandardResponse);
                return;
            }

            TakeBlankDeviation();
            State(reading);
            if (!reading.HasValue)
            {
                return;
            }

            Judge(run, reading);
            // A run that went wrong is no measure for those to come.
            if ((reading.Reasons & (Reasons.Linearity | Reasons.Duplicates | Reasons.Saturation | Reasons.Blank)) == 0)
            {
                _history.Note(_heights[ArsenicRun.Blank], _heights[ArsenicRun.Blank + 1], SlopeOfFullTime);
            }
        }

        /// <summary>The places of peak and baseline are taken from the largest peak and used for every scan, so that heights near zero are unbiased.</summary>
        private bool TryFitLine(ArsenicRun run)
        {
            int[] largest = run.PicoAmperes[ArsenicRun.SecondAddition + 1];
            _config.ArsenicWindow(out int first, out int last);
            if (run.BothMicroLitres <= run.FirstMicroLitres || !_peak.TryLocate(largest, first, last))
            {
                return false;
            }

            for (int i = 0; i < ArsenicRun.Scans; i++)
            {
                _heights[i] = _peak.Height(run.PicoAmperes[i]);
            }

            _timeShare = (double)run.DepositionMilliseconds / _config.ArsenicDepositionMilliseconds;
            double noise = StrippingPeak.Noise(run.PicoAmperes[ArsenicRun.Blank + 1]);
            _heightUncertainty = noise > HeightUncertaintyMin ? noise : HeightUncertaintyMin;
            _addition.Begin(_config.ArsenicSampleMicroLitres, _config.ArsenicSampleMicroLitres + _config.ElectrolyteMicroLitres, _config.ArsenicStandardMicrogramsPerLitre);
            for (int i = ArsenicRun.Sample; i < ArsenicRun.HalfTime; i++)
            {
                _addition.Add(_heights[i] - SampleBlank, run.AddedMicroLitres(i));
            }

            double growth = Mean(ArsenicRun.SecondAddition) - Mean(ArsenicRun.Sample);
            return _addition.TrySolve() && growth > GrowthPerNoiseMin * _heightUncertainty;
        }

        /// <summary>From the blanks of many runs. Before there are enough, the limit of detection follows the scatter about the line; near the blank that
        /// would be too much, since peaks scatter in proportion to their height, and the duplicates of blank and sample tell it.</summary>
        /// <remarks>Blanks hold no sample: quiet ones promise more than a line through the sample's own peaks can keep, and its intercept's deviation,
        /// the other measure of ICH Q2, section 6.3.3, takes their place.</remarks>
        private void TakeBlankDeviation()
        {
            if (_history.TryBlankDeviation(out double deviation))
            {
                _lowDeviation = AtLeastNoise(deviation);
                _lowDegrees = _history.BlankCount - 1;
                _blankDeviation = _addition.InterceptDeviation > deviation ? _addition.InterceptDeviation : deviation;
            }
            else
            {
                double blank = _heights[ArsenicRun.Blank] - _heights[ArsenicRun.Blank + 1];
                double sample = _heights[ArsenicRun.Sample] - _heights[ArsenicRun.Sample + 1];
                _lowDeviation = AtLeastNoise(RootSumSquare.Of(blank, sample) / 2);
                _lowDegrees = 2;
                _blankDeviation = _addition.ResidualDeviation;
            }

            _blankDeviation = AtLeastNoise(_blankDeviation);
        }

        private double AtLeastNoise(double deviation)
        {
            return deviation > _heightUncertainty ? deviation : _heightUncertainty;
        }

        /// <summary>Value, uncertainty with its coverage, and limit of detection.</summary>
        private void State(Reading reading)
        {
            double concentration = _addition.Concentration;
            double byLine = _addition.ExtrapolationUncertainty(AtLeastNoise(_addition.ResidualDeviation));
            double byTime = Mean(ArsenicRun.Blank) * (1 - _timeShare) / Math.Sqrt(12);
            double byBlank = _addition.InSample(RootSumSquare.Of(_lowDeviation / Math.Sqrt(2), byTime));
            double byShares = concentration * RootSumSquare.Of(
                _config.ArsenicStandardRelativeUncertainty, _config.ArsenicVolumeRelativeUncertainty, _config.ArsenicMatrixRelativeUncertainty);
            double combined = RootSumSquare.Of(byLine, byBlank, byShares);
            reading.Measured(concentration, combined);
            if (!reading.HasValue)
            {
                return;
            }

            double degrees = EffectiveDegrees.Of(combined, byLine, _addition.DegreesOfFreedom, byBlank, _lowDegrees);
            reading.GuardThousandths = StudentT.OneSided95Thousandths(degrees);
            reading.DetectedFrom(_addition.InSample(DetectionFactor * _blankDeviation));
        }

        private void Judge(ArsenicRun run, Reading reading)
        {
            if (_addition.Correlation < CorrelationMin)
            {
                reading.Flag(_addition.Correlation < CorrelationUsableMin ? QualityFlag.Fail : QualityFlag.Suspect, Reasons.Linearity);
            }

            Suspect(reading, !DuplicatesAgree(), Reasons.Duplicates);
            Suspect(reading, !SlopeIsUsual(), Reasons.SlopeHistory);
            double recovery = _addition.Recovery();
            Suspect(reading, recovery < RecoveryMin || recovery > RecoveryMax, Reasons.Recovery);
            Suspect(reading, Math.Abs(_addition.InSample(Mean(ArsenicRun.Blank))) * _timeShare >= BlankMax, Reasons.Blank);
            Suspect(reading, !HalfTimeGivesHalf(), Reasons.Saturation);
            Suspect(reading, IsDisturbedByCopper(run), Reasons.Copper);
        }

        private bool DuplicatesAgree()
        {
            double floor = _addition.HeightOf(DuplicateFloor);
            for (int i = ArsenicRun.Blank; i < ArsenicRun.HalfTime; i += 2)
            {
                double mean = Mean(i) - SampleBlank;
                double deviation = Math.Abs(_heights[i] - _heights[i + 1]) / Math.Sqrt(2);
                if (deviation > DuplicateDeviationMax * (mean > floor ? mean : floor))
                {
                    return false;
                }
            }

            return true;
        }

        private bool SlopeIsUsual()
        {
            return !_history.TryMedianSlope(out double usual) || Math.Abs(SlopeOfFullTime - usual) <= SlopeChangeMax * usual;
        }

        /// <summary>Sensitivity grows with the time of deposition: what it would be with the station's full time.</summary>
        private double SlopeOfFullTime
        {
            get { return _addition.Slope / _timeShare; }
        }

        private bool HalfTimeGivesHalf()
        {
            double whole = Mean(ArsenicRun.SecondAddition) - SampleBlank;
            double half = _heights[ArsenicRun.HalfTime] - SampleBlank;
            return half >= HalfTimeShareMin * whole && half <= HalfTimeShareMax * whole;
        }

        /// <summary>The flank towards copper has the shape that arsenic alone has: the standard shows it, as what the additions added to the scan.</summary>
        /// <remarks>Copper that stands too close for a peak of its own is a shoulder there. The blank takes the bend of the background away.</remarks>
        private bool IsFlankForeign(ArsenicRun run, double arsenic)
        {
            int[] blank = run.PicoAmperes[ArsenicRun.Blank + 1];
            int[] sample = run.PicoAmperes[ArsenicRun.Sample + 1];
            int[] spiked = run.PicoAmperes[ArsenicRun.SecondAddition + 1];
            double added = _heights[ArsenicRun.SecondAddition + 1] - _heights[ArsenicRun.Sample + 1];
            double share = added > 0 ? (_heights[ArsenicRun.Sample + 1] - _heights[ArsenicRun.Blank + 1]) / added : 0;
            for (int i = _peak.Top + 1; i < _peak.Right; i++)
            {
                double inSample = _peak.HeightAt(sample, i);
                double foreign = inSample - _peak.HeightAt(blank, i) - (share * (_peak.HeightAt(spiked, i) - inSample));
                if (Math.Abs(foreign) > FlankShareMax * arsenic)
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>A copper peak that can be told from noise, and is as high as the arsenic peak or reaches under it.</summary>
        /// <remarks>Below the limit of quantification there is no arsenic peak to compare with; that limit takes its place. Here it is that of the sample,
        /// whose background bends otherwise than the blank's: quiet blanks would make every bend in clean water a copper peak.</remarks>
        private bool IsDisturbedByCopper(ArsenicRun run)
        {
            int[] sample = run.PicoAmperes[ArsenicRun.Sample + 1];
            double arsenic = _heights[ArsenicRun.Sample + 1] - SampleBlank;
            double deviation = _blankDeviation > _addition.ResidualDeviation ? _blankDeviation : _addition.ResidualDeviation;
            double quantified = QuantificationFactor * deviation;
            arsenic = arsenic > quantified ? arsenic : quantified;
            if (IsFlankForeign(run, arsenic))
            {
                return true;
            }

            if (!_copper.TryLocate(sample, _peak, _config.ArsenicPointOf(_config.CopperWindowEndMilliVolts)) || _copper.Height < DetectionFactor * deviation)
            {
                return false;
            }

            return _copper.Height > arsenic
                || _copper.Overlaps(_peak, _peak.HalfWidth(run.PicoAmperes[ArsenicRun.SecondAddition + 1]));
        }

        /// <summary>The blank under the sample's scans. With a shorter time it lies between the whole blank (current of the wire itself) and its share by
        /// time (arsenic in the reagents): nobody knows where, so the middle, with the uncertainty of the width.</summary>
        private double SampleBlank
        {
            get { return Mean(ArsenicRun.Blank) * (1 + _timeShare) / 2; }
        }

        private double Mean(int place)
        {
            return (_heights[place] + _heights[place + 1]) / 2;
        }

        private static void Suspect(Reading reading, bool isSuspect, int reason)
        {
            if (isSuspect)
            {
                reading.Flag(QualityFlag.Suspect, reason);
            }
        }
    }
}
