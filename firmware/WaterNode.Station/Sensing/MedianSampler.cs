using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Sensing
{
    /// <summary>Takes a few conversions and their median, which one disturbed conversion cannot move.</summary>
    public sealed class MedianSampler
    {
        private const int Samples = 7;
        private const int SamplesMin = 4;
        private const int PauseMilliseconds = 50;

        private readonly IAdc _adc;
        private readonly IClock _clock;
        private readonly int[] _sorted = new int[Samples];

        public MedianSampler(IAdc adc, IClock clock)
        {
            _adc = adc;
            _clock = clock;
        }

        /// <param name="microVolts">The median, microvolts; 0 when false is returned.</param>
        /// <param name="into">Gets the fault when there is no value: more conversions failed than were good.</param>
        public bool TryMedian(AdcInput input, out int microVolts, Reading into)
        {
            int good = 0;
            int rails = 0;
            for (int i = 0; i < Samples; i++)
            {
                AdcStatus status = _adc.Read(input, out int value);
                if (status == AdcStatus.Ok)
                {
                    Insert(value, good);
                    good++;
                }
                else if (status == AdcStatus.Rail)
                {
                    rails++;
                }

                _clock.Wait(PauseMilliseconds);
            }

            microVolts = 0;
            if (good >= SamplesMin)
            {
                microVolts = _sorted[good / 2];
                return true;
            }

            if (rails > 0)
            {
                into.Missing(QualityFlag.Fail, Reasons.Rail);
            }
            else
            {
                into.Missing(QualityFlag.Missing, Reasons.NoAnswer);
            }

            return false;
        }

        private void Insert(int value, int count)
        {
            int place = count;
            while (place > 0 && _sorted[place - 1] > value)
            {
                _sorted[place] = _sorted[place - 1];
                place--;
            }

            _sorted[place] = value;
        }
    }
}
