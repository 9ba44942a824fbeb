// The ports say nothing by null, which the device's C# cannot mark.
#nullable disable
using System;
using WaterNode.Station.Ports;

namespace WaterNode.Station.Tests.Device
{
    /// <summary>Ideal electrodes in a water that the test sets; every instrument can fail.</summary>
    internal sealed class SimulatedInstruments : IAdc, ITemperatureProbe, IFluidics, IPotentiostat, IScreen, IPower, IEntropy
    {
        /// <summary>In a minute of deposition.</summary>
        private const double PicoAmperesPerMicrogram = 3000;

        /// <summary>Every other scan is higher and lower by this, so that duplicates differ and their mean is right.</summary>
        private const double ScatterPicoAmperes = 250;

        /// <summary>Potential of the fluoride electrode at 1 mol/L (18,998 mg/L), the same at any temperature: 60 mV at 1 mg/L and 25 degrees C.</summary>
        private const double FluorideMolarMilliVolts = 60 - (0.98 * 59.159 * 4.2787);

        /// <summary>Davies' activity coefficients: of this water's ionic strength, 0.0097 mol/L, over that of a buffered cell, 0.5 mol/L.</summary>
        private const double ActivityWithoutBuffer = 0.9032 / 0.7336;

        /// <summary>An empty cell's: the logarithm of nothing is no potential.</summary>
        private const double LeastFluoride = 1e-6;

        private double _cellMicroLitres, _cellArsenic;
        private double _fluorideCellMicroLitres, _cellFluoride;
        private bool _isBuffered;
        private uint _random = 0x9f3a12c4;

        public double Celsius { get; set; } = 27.4;
        public double Ph { get; set; } = 7.12;
        public double ConductivityAtTemperature { get; set; } = 640;
        public double Fluoride { get; set; } = 0.5;
        public double Arsenic { get; set; } = 3;

        /// <summary>What the fluoride electrode's potential moved since it was calibrated, mV.</summary>
        public double FluorideDriftMilliVolts { get; set; }

        public bool HasTemperature { get; set; } = true;
        public AdcFaults AdcFaults { get; } = new AdcFaults();
        public DeadPumps DeadPumps { get; } = new DeadPumps();

        public bool PotentiostatAnswers { get; set; } = true;
        /// <summary>Of the gold wire, as a share of a new one's.</summary>
        public double Sensitivity { get; set; } = 1;
        public int Scans { get; private set; }

        /// <summary>Called when the potentiostat is asked for a scan.</summary>
        public Action BeforeScan { get; set; } = () => { };

        public bool SpikeShows { get; set; } = true;

        public byte[] LastPage { get; private set; } = new byte[0];
        public bool ScreenAnswers { get; set; } = true;
        public StartReason StartReason { get; set; } = StartReason.PowerOn;
        public int BatteryMilliVolts { get; set; } = 3910;
        public int FreeHeapBytes { get; set; } = 51200;

        public AdcStatus Read(AdcInput input, out int microVolts)
        {
            microVolts = 0;
            if (AdcFaults[input] != AdcStatus.Ok) return AdcFaults[input];
            var slope = 0.1984214 * (Celsius + 273.15);
            microVolts = input switch
            {
                AdcInput.Ph => (int)(1000 * -slope * (Ph - 7)),
                AdcInput.Conductivity => (int)(1000 * ConductivityAtTemperature),
                _ => (int)(1000 * (FluorideMolarMilliVolts + FluorideDriftMilliVolts - 0.98 * slope * Math.Log10((_cellFluoride > LeastFluoride ? _cellFluoride : LeastFluoride) * (_isBuffered ? 1 : ActivityWithoutBuffer) / 18998))),
            };
            return AdcStatus.Ok;
        }

        public bool TryRead(out int milliCelsius)
        {
            milliCelsius = HasTemperature ? (int)(1000 * Celsius) : 0;
            return HasTemperature;
        }

        public bool TryMove(FluidLine line, int microLitres)
        {
            if (DeadPumps.Contains(line)) return false;
            switch (line)
            {
                case FluidLine.Drain: _cellMicroLitres = _cellArsenic = 0; break;
                case FluidLine.FluorideDrain:
                    _fluorideCellMicroLitres = _cellFluoride = 0;
                    _isBuffered = false;
                    break;
                case FluidLine.FluorideSample: Mix(ref _fluorideCellMicroLitres, ref _cellFluoride, microLitres, Fluoride); break;
                case FluidLine.FluorideStandardLow: Mix(ref _fluorideCellMicroLitres, ref _cellFluoride, microLitres, 0.4); break;
                case FluidLine.FluorideStandardHigh: Mix(ref _fluorideCellMicroLitres, ref _cellFluoride, microLitres, 4); break;
                case FluidLine.Tisab:
                    Mix(ref _fluorideCellMicroLitres, ref _cellFluoride, microLitres, 0);
                    _isBuffered = true;
                    break;
                case FluidLine.Sample: Mix(ref _cellMicroLitres, ref _cellArsenic, microLitres, Arsenic); break;
                case FluidLine.ArsenicStandard: Mix(ref _cellMicroLitres, ref _cellArsenic, microLitres, SpikeShows ? 1000 : 0); break;
                default: Mix(ref _cellMicroLitres, ref _cellArsenic, microLitres, 0); break;
            }
            return true;
        }

        public bool TryScan(ScanRequest request, out Voltammogram voltammogram)
        {
            BeforeScan();
            voltammogram = null;
            if (!PotentiostatAnswers) return false;
            var points = (request.EndMilliVolts - request.StartMilliVolts) / request.StepMilliVolts + 1;
            voltammogram = new Voltammogram { StartMilliVolts = request.StartMilliVolts, StepMilliVolts = request.StepMilliVolts, PicoAmperes = new int[points] };
            Scans++;
            var scatter = Scans % 2 == 0 ? ScatterPicoAmperes : -ScatterPicoAmperes;
            var peak = PicoAmperesPerMicrogram * Sensitivity * _cellArsenic * request.DepositionMilliseconds / 60_000 + scatter;
            for (var i = 0; i < points; i++)
            {
                double milliVolts = request.StartMilliVolts + i * request.StepMilliVolts;
                var distance = (milliVolts - 20) / 25;
                voltammogram.PicoAmperes[i] = (int)(60000 + 80 * milliVolts + peak * Math.Exp(-0.5 * distance * distance));
            }
            return true;
        }

        public bool Show(byte[] page)
        {
            LastPage = (byte[])page.Clone();
            return ScreenAnswers;
        }

        public uint NextUInt32() => _random += 0x01234567;

        private static void Mix(ref double volume, ref double concentration, double added, double addedConcentration)
        {
            concentration = (volume * concentration + added * addedConcentration) / (volume + added);
            volume += added;
        }
    }
}
